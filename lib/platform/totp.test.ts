import { describe, expect, it } from "vitest";
import { qrCode } from "./qr-code.ts";
import { newTotpSecret, totpAddress, totpCode, totpStepOf } from "./totp.ts";

const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1_000);

describe("a time-based code", () => {
  // RFC 6238, appendix B, the last six of eight digits.
  it.each([[59, "287082"], [1111111109, "081804"], [1234567890, "005924"], [20000000000, "353130"]])("at %i seconds is %s", (seconds, code) => {
    expect(totpCode(secret, at(seconds))).toBe(code);
    expect(totpStepOf(secret, code, at(seconds))).toBe(BigInt(Math.floor(seconds / 30)));
  });

  it("counts one step before and after, as the step it is of", () => {
    const code = totpCode(secret, at(3_000));
    expect([2_940, 2_970, 3_029, 3_059, 3_060].map((seconds) => totpStepOf(secret, code, at(seconds)))).toEqual([null, 100n, 100n, 100n, null]);
  });

  it.each(["", "12345", "1234567", "abcdef", "00000a"])("%j is none", (code) => expect(totpStepOf(secret, code, at(59))).toBeNull());
});

it("a secret has 160 bits and stands in an address that says whose it is", () => {
  const fresh = newTotpSecret();
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
  expect(fresh).not.toBe(newTotpSecret());
  const address = new URL(totpAddress(fresh, { issuer: "ღია ვალდებულებები", label: "nino@example.ge" }));
  expect(address.protocol).toBe("otpauth:");
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: fresh, issuer: "ღია ვალდებულებები", digits: "6", period: "30" });
});

it("a QR code is a square with its three corners", () => {
  const { size, path } = qrCode("otpauth://totp/x?secret=A");
  expect(size).toBeGreaterThan(21 + 7);
  for (const corner of ["M4 4h1", `M${size - 5} 4h1`, `M4 ${size - 5}h1`]) expect(path).toContain(corner);
});
