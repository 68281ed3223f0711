import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./content-security.ts";

describe("the policy", () => {
  test("never allows inline scripts or eval outside development", () => {
    const policy = contentSecurityPolicy(["'nonce-x'"], { development: false, secure: true });
    expect(policy).toContain("script-src 'self' 'nonce-x';");
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe");
    expect(policy).toContain("upgrade-insecure-requests");
  });

  test("HTTPS is insisted on only where there is HTTPS", () => {
    expect(securityHeaders({ development: false, secure: false })).not.toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders({ development: false, secure: true })).toHaveProperty("Strict-Transport-Security");
  });
});
