import { describe, expect, test } from "vitest";
import { isPlainAddress, pageKey } from "./page-key.ts";

const key = (url: string, headers = {}, method = "GET") => pageKey({ method, url, headers });

describe("what a page is kept under", () => {
  test.each([
    ["/ka", "/ka"],
    ["/en/plans/national-2018", "/en/plans/national-2018"],
    ["/ka/plans/p/commitments/c?utm_source=x", "/ka/plans/p/commitments/c"],
    ["/en/plans/p?status=completed&agency=a", "/en/plans/p?agency=a&status=completed"],
    ["/en/plans/p?agency=a&status=completed&fbclid=1", "/en/plans/p?agency=a&status=completed"],
    ["/ka/plans/p?area=b&area=a", "/ka/plans/p?area=b&area=a"],
    ["/ka/reports/r/versions/2", "/ka/reports/r/versions/2"],
    ["/ka/process?secretariat=s&kind=other&plan=p&page=2&x=1", "/ka/process?kind=other&page=2&plan=p&secretariat=s"],
    ["/en/process/forum-2026", "/en/process/forum-2026"],
    ["/ka/working-groups/g", "/ka/working-groups/g"],
    ["/ka/recommendations?status=waiting", "/ka/recommendations?status=waiting"],
    ["/en/standards/s?year=2025", "/en/standards/s?year=2025"],
  ])("%s is %s", (url, kept) => expect(key(url)).toBe(kept));

  test.each([
    "/", "/fr", "/ka/", "/kab", "/ka/workspace", "/en/workspace/review", "/ka/sign-in", "/en/setup?link=x", "/ka/comments/confirm?token=x",
    "/ka/comments/new", "/api/health", "/_next/static/a.js", "/ka/plansible", "/ka/processes", `/ka/plans/p?agency=${"a".repeat(2_000)}`,
  ])("%s is never kept", (url) => expect(key(url)).toBeNull());

  test("nothing but an anonymous GET of a whole page is kept", () => {
    expect(key("/ka", {}, "POST")).toBeNull();
    expect(key("/ka", {}, "HEAD")).toBeNull();
    expect(key("/ka", { rsc: "1" })).toBeNull();
    expect(key("/ka?_rsc=abc")).toBeNull();
    expect(key("/ka", { cookie: "a=1; next-auth.session-token=x" })).toBeNull();
    expect(key("/ka", { cookie: "__Secure-next-auth.session-token.0=x" })).toBeNull();
    expect(key("/ka", { cookie: "next-auth.csrf-token=x" })).toBe("/ka");
  });
});

test.each([
  ["/ka", true],
  ["/ka/plans/national-2018/commitments/5", true],
  ["/ka/plans/p?status=completed", false],
  ["/ka/plans/%70", false],
  ["/ka/plans/P", false],
])("%s is the one address of its page: %s", (address, plain) => expect(isPlainAddress(address)).toBe(plain));
