import { describe, expect, it } from "vitest";
import { costOf, countSegments, dayBegan, isOutOfService, isTooLate, maskNumber, maxSmsAttempts, monthBegan, needsUnicode, nextSmsAttempt, tomorrow } from "./rules.ts";
import { phoneSchema } from "./schema.ts";

const now = new Date("2020-12-31T20:30:00Z");

describe("a text is charged as", () => {
  it.each([
    ["160 Latin letters", "a".repeat(160), 1],
    ["161 Latin letters", "a".repeat(161), 2],
    ["306 Latin letters", "a".repeat(306), 2],
    ["307 Latin letters", "a".repeat(307), 3],
    ["80 euro signs, which take two places each", "€".repeat(80), 1],
    ["81 euro signs", "€".repeat(81), 2],
    ["a euro sign that would be cut in two", `${"a".repeat(152)}€${"a".repeat(152)}`, 3],
    ["70 Georgian letters", "ა".repeat(70), 1],
    ["71 Georgian letters", "ა".repeat(71), 2],
    ["134 Georgian letters", "ა".repeat(134), 2],
    ["135 Georgian letters", "ა".repeat(135), 3],
    ["one Georgian letter among 70 others", `${"a".repeat(70)}ა`, 2],
    ["35 emoji, which take two places each", "🙂".repeat(35), 1],
    ["an emoji that would be cut in two", `${"ა".repeat(66)}🙂${"ა".repeat(66)}`, 3],
    ["Georgian quotes around Latin letters", "„STOP“", 1],
    ["an empty text", "", 1],
  ])("%s", (_, text, segments) => expect(countSegments(text)).toBe(segments));

  it("goes in the alphabet that it needs", () => {
    expect(["Your code: 123456", "ტექსტი", "naïve", "[x] {y} ~ \\ ^ |€", "line\nline", "“"].map(needsUnicode)).toEqual([false, true, true, false, false, true]);
  });
});

describe("a number", () => {
  it.each([
    ["555 12 34 56", "+995555123456"],
    ["555123456", "+995555123456"],
    ["0555 12-34-56", "+995555123456"],
    ["+995 555 12 34 56", "+995555123456"],
    ["00995555123456", "+995555123456"],
    ["995 555 123 456", "+995555123456"],
    ["(555) 12.34.56", "+995555123456"],
    ["+44 20 7946 0018", "+442079460018"],
  ])("%s is %s", (typed, number) => expect(phoneSchema.parse(typed)).toBe(number));

  it.each(["", "12345", "+0995555123456", "555 12 34", "nino@example.ge", "+995555123456789012", "555123456\r\nto=1", "+", "0322 12 34 56"])("%j is none", (typed) => expect(phoneSchema.safeParse(typed).error?.issues[0]?.message).toBe("phone"));

  it("is masked but for the country and two digits", () => expect(maskNumber("+995555123456")).toBe("+995 ••• ••• 56"));
});

describe("a message", () => {
  it("is tried again after ever longer waits", () => {
    const waits = Array.from({ length: maxSmsAttempts }, (_, done) => nextSmsAttempt(done + 1, now)).map((date) => date && (date.getTime() - now.getTime()) / 60_000);
    expect(waits).toEqual([1, 5, 30, 120, 360, null]);
  });

  it("is too late after a quarter of an hour when it holds a code", () => {
    const createdAt = new Date(now.getTime() - 15 * 60_000);
    expect([isTooLate({ kind: "follow.code", createdAt }, now), isTooLate({ kind: "follow.code", createdAt: now }, now), isTooLate({ kind: "follow.news", createdAt }, now)]).toEqual([true, false, false]);
  });

  it("belongs to the day and month of Tbilisi", () => {
    expect([dayBegan(now), monthBegan(now), tomorrow(now)].map((date) => date.toISOString())).toEqual(["2020-12-31T20:00:00.000Z", "2020-12-31T20:00:00.000Z", "2021-01-02T05:00:00.000Z"]);
  });

  it("costs so much a part, and nothing is known without a price", () => {
    expect([costOf(2, 500), costOf(3, 333), costOf(1, null)]).toEqual(["0.1000", "0.0999", null]);
  });
});

it("tells a number out of service from a telephone that is off", () => {
  expect(["NACK/0x0000000b/Invalid Destination Address", "stat:UNDELIV err:001", "Unknown Subscriber", "stat:EXPIRED err:027", "NACK/no SMSC", "NACK/0x00000058/Throttling error", "stat:UNDELIV err:0012"].map(isOutOfService))
    .toEqual([true, true, true, false, false, false, false]);
});
