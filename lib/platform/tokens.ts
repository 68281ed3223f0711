import { createHash, randomBytes } from "node:crypto";

/** A secret for a link, 256 bits in 43 URL-safe characters. Only its {@link hashToken hash} is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of a token, 64 hexadecimal digits. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
