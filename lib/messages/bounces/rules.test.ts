import { describe, expect, it } from "vitest";
import { failuresIn, isNoSuchAddress, refusalOf, withoutAddresses } from "./rules.ts";

const said = (words: string, command = "RCPT TO") => Object.assign(new Error(words), { responseCode: Number(words.slice(0, 3)), response: words, command });

describe("an address does not exist", () => {
  it.each([
    ["550 5.1.1 <nino@example.ge> user unknown", true], ["550 No such user here", true], ["553 5.1.2 bad destination", true], ["550 5.2.1 mailbox disabled", true], ["556 5.1.10 null MX", true],
    ["552 5.2.2 mailbox full", false], ["550 5.7.1 rejected as spam", false], ["450 4.1.1 try later", false], ["452 4.2.2 over quota", false], ["554 5.7.0 policy", false], ["550 5.1.8 bad sender", false],
  ])("when the server says %s: %s", (words, gone) => {
    expect(isNoSuchAddress(refusalOf(said(words)) ?? expect.unreachable())).toBe(gone);
  });

  it("not when it is the mail that is refused without saying why, and not when there was no answer", () => {
    expect(isNoSuchAddress(refusalOf(said("550 rejected", "DATA")) ?? expect.unreachable())).toBe(false);
    expect(refusalOf(new Error("connect ECONNREFUSED"))).toBeNull();
    expect(refusalOf("no")).toBeNull();
  });
});

describe("a report of a delivery", () => {
  const head = "Reporting-MTA: dns; mx.example.ge\nArrival-Date: Mon, 23 Nov 2026 09:00:00 +0400\n";
  const of = (action: string, status: string, code: string) => `\nFinal-Recipient: rfc822; nino@example.ge\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${code}\n  and more\n`;

  it("tells which recipients failed for good", () => {
    expect(failuresIn(head + of("failed", "5.1.1", "550 5.1.1 no such user"))).toEqual([{ code: 550, status: "5.1.1", ofRecipient: true, words: expect.stringContaining("no such user") }]);
    expect(failuresIn((head + of("failed", "5.1.1", "550 x")).replaceAll("\n", "\r\n"))).toHaveLength(1);
    expect(failuresIn(head + of("delayed", "4.4.1", "451 later") + of("delivered", "2.0.0", "250 ok"))).toEqual([]);
    expect(failuresIn("anything else")).toEqual([]);
  });
});

it("what is kept of it names nobody", () => {
  expect(withoutAddresses("550 5.1.1 <nino@example.ge>:\n  no such user (nino@example.ge)")).toBe("550 5.1.1 <…>: no such user (…)");
});

it("what is kept is made in no time, however much is said", () => {
  const started = performance.now();
  expect(withoutAddresses(`550 ${"x ".repeat(900)}${"x".repeat(2_000_000)}@example.ge`)).toHaveLength(400);
  for (let n = 1_980; n < 2_010; n++) expect(withoutAddresses(`550${" ".repeat(n)}nino@example.ge`)).not.toContain("nino");
  expect(performance.now() - started).toBeLessThan(1_000);
});
