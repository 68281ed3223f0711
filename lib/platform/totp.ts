import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
/** Before and after the present one, for clocks that are not quite right. */
const neighbours = 1;

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), label, algorithm: "SHA1", digits: 6, period: periodSeconds });
}

/** A new secret of 160 bits for time-based codes (RFC 6238), in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The `otpauth://` address that an authenticator app reads from a picture. */
export function totpAddress(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  const totp = totpOf(secret, label);
  totp.issuer = issuer;
  return totp.toString();
}

/** The code of this moment; for tests and stories that play the part of the app. */
export function totpCode(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

/** The time step that a code of six digits belongs to, the present one or its neighbours; null for any other code. */
export function totpStepOf(secret: string, code: string, now: Date): bigint | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: neighbours });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1_000 / periodSeconds) + delta);
}
