import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, newNonce, sealPage, securityHeaders } from "./content-security.ts";

const hash = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

describe("a page sealed for many readers", () => {
  const nonce = "abc+/123==";
  const page = [
    `<script nonce="${nonce}">first()</script>`,
    `<script src="/a.js" nonce="${nonce}"></script>`,
    `<script nonce="${nonce}">data("{\\"nonce\\":\\"${nonce}\\"}")</script>`,
    "<script>injected()</script>",
    '<script nonce="guessed">injected()</script>',
    `<p>${"text"}</p>`,
  ].join("\n");
  const sealed = sealPage(page, nonce);

  test("keeps nothing of the nonce", () => expect(sealed.html).not.toContain(nonce));

  test("allows exactly the inline scripts that carried it, as they are sent", () => {
    expect(sealed.scripts).toEqual([hash("first()"), hash('data("{\\"nonce\\":\\"\\"}")')]);
    const inline = [...sealed.html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, content]) => hash(content ?? ""));
    expect(inline).toEqual(expect.arrayContaining(sealed.scripts));
    expect(sealed.scripts).not.toContain(hash("injected()"));
  });

  test("is the same for every nonce, so that its ETag can be", () => {
    const other = newNonce();
    expect(sealPage(page.replaceAll(nonce, other), other)).toEqual(sealed);
  });
});

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
