import { describe, expect, it } from "vitest";
import { samePath, signInLimits } from "./rules.ts";

describe("where to go after sign-in", () => {
  it.each(["/ka/workspace", "/en/workspace/review/1?a=b#c", "/"])("%s is on this site", (path) => expect(samePath(path, "/x")).toBe(path));

  it.each([null, undefined, "", "workspace", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\n/evil.example", "/..//evil.example", "javascript:alert(1)"])("%j is not followed", (path) => {
    expect(samePath(path, "/ka/workspace")).toBe("/ka/workspace");
  });
});

it("counts attempts by address, by account from there, and by account from everywhere", () => {
  const keys = signInLimits("nino@example.ge", "192.0.2.1").map(({ key }) => key);
  expect(keys).toEqual(["192.0.2.1", "nino@example.ge|192.0.2.1", "nino@example.ge"]);
});
