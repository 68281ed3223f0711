import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What a key is for; each purpose has a key of its own. */
type Purpose = "totp-secret" | "recovery-code" | "end-follow" | "all-follows" | "bounce" | "sms-report" | "sms-incoming" | "sms-code";

const version = "v1";

/** A key of 256 bits for one purpose, derived from the installation's secret by HKDF. */
function keyFor(purpose: Purpose): Buffer {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set");
  return Buffer.from(hkdfSync("sha256", secret, "open-commitments", purpose, 32));
}

/**
 * Encrypts a text for storage (AES-256-GCM). `owner` is bound to it: moved to another row it cannot be opened.
 * @returns `v1.<nonce>.<tag>.<ciphertext>` in base64url
 */
export function seal(purpose: Purpose, owner: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** The text that was sealed; null when it was changed, belongs to another owner or was sealed with another secret. */
export function unseal(purpose: Purpose, owner: string, sealed: string): string | null {
  const [kind, nonce, tag, text] = sealed.split(".");
  if (kind !== version || !nonce || !tag || text === undefined) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), Buffer.from(nonce, "base64url"), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** A keyed hash (HMAC-SHA-256) of a short secret: without the installation's secret nobody can try all of them. */
export function keyedHash(purpose: Purpose, owner: string, text: string): string {
  return createHmac("sha256", keyFor(purpose)).update(`${owner}\n${text}`).digest("base64url");
}
