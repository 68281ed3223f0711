import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keyedHash, seal, unseal } from "./sealing.ts";

beforeEach(() => vi.stubEnv("AUTH_SECRET", "one secret of an installation, long enough"));
afterEach(() => vi.unstubAllEnvs());

describe("a sealed text", () => {
  it("is opened by its owner and says nothing to others", () => {
    const sealed = seal("totp-secret", "nino", "JBSWY3DPEHPK3PXP");
    expect(sealed).toMatch(/^v1(\.[\w-]+){3}$/);
    expect(sealed).not.toContain("JBSWY3DP");
    expect(unseal("totp-secret", "nino", sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(unseal("totp-secret", "giorgi", sealed)).toBeNull();
    expect(unseal("recovery-code", "nino", sealed)).toBeNull();
  });

  it("is never the same twice", () => expect(seal("totp-secret", "nino", "x")).not.toBe(seal("totp-secret", "nino", "x")));

  it("does not open when a character was changed, or the installation's secret", () => {
    const sealed = seal("totp-secret", "nino", "JBSWY3DPEHPK3PXP");
    const changed = sealed.replace(/.(.)$/, (_, last: string) => (last === "A" ? "BA" : "AA"));
    expect(unseal("totp-secret", "nino", changed === sealed ? `${sealed}A` : changed)).toBeNull();
    for (const broken of ["", "v1", "v1.a.b.c", "v2" + sealed.slice(2)]) expect(unseal("totp-secret", "nino", broken)).toBeNull();
    vi.stubEnv("AUTH_SECRET", "another secret of an installation, long too");
    expect(unseal("totp-secret", "nino", sealed)).toBeNull();
  });
});

it("hashes the same words of two people differently", () => {
  expect(keyedHash("recovery-code", "nino", "abc")).toBe(keyedHash("recovery-code", "nino", "abc"));
  expect(keyedHash("recovery-code", "nino", "abc")).not.toBe(keyedHash("recovery-code", "giorgi", "abc"));
});
