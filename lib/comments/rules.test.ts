import { describe, expect, it } from "vitest";
import {
  confirmationExpiry, daysToAnswer, missingInResponse, refusalOfCommitment, refusalOfLink, refusalOfReport, requireCommentStep, requireResponseStep, subjectName,
} from "./rules.ts";
import { commentStatuses, responseStatuses, type CommentStatus, type ResponseStatus } from "./schema.ts";

const pairs = <A extends string, B extends string>(from: readonly A[], to: readonly B[]) => from.flatMap((a) => to.map((b) => [a, b] as const));

describe("the life of a comment", () => {
  const allowed = new Set<`${CommentStatus} ${CommentStatus}`>(["unconfirmed pending", "pending published", "pending rejected", "published hidden"]);

  it.each(pairs(commentStatuses, commentStatuses))("%s → %s", (from, to) => {
    const step = () => requireCommentStep(from, to);
    if (allowed.has(`${from} ${to}`)) expect(step).not.toThrow();
    else expect(step).toThrow("TRANSITION_NOT_ALLOWED");
  });
});

describe("the life of a response", () => {
  const allowed = new Set<`${ResponseStatus} ${ResponseStatus}`>(["none draft", "none published", "draft draft", "draft published"]);

  it.each(pairs(responseStatuses, responseStatuses))("%s → %s", (from, to) => {
    const step = () => requireResponseStep("published", from, to);
    if (allowed.has(`${from} ${to}`)) expect(step).not.toThrow();
    else expect(step).toThrow("TRANSITION_NOT_ALLOWED");
  });

  it.each(commentStatuses.filter((status) => status !== "published"))("never begins beside a comment that is %s", (status) => {
    expect(() => requireResponseStep(status, "none", "draft")).toThrow("TRANSITION_NOT_ALLOWED");
  });

  it("is published with a disposition and a reason in one language", () => {
    expect(missingInResponse({ disposition: null, text: {} })).toEqual({ disposition: "choiceRequired", text: "requiredInOneLanguage" });
    expect(missingInResponse({ disposition: "declined", text: { ka: "" } })).toEqual({ text: "requiredInOneLanguage" });
    expect(missingInResponse({ disposition: "declined", text: { ka: "მიზეზი" } })).toEqual({});
  });
});

describe("a confirmation link", () => {
  const sent = new Date("2020-06-01T10:00:00Z");
  const link = { status: "unconfirmed", confirmExpiresAt: confirmationExpiry(sent) };

  it("lives for 24 hours", () => {
    expect(refusalOfLink(link, new Date("2020-06-02T09:59:59Z"))).toBeNull();
    expect(refusalOfLink(link, new Date("2020-06-02T10:00:00Z"))).toBe("LINK_EXPIRED");
  });

  it.each(commentStatuses.filter((status) => status !== "unconfirmed"))("is used once the comment is %s", (status) => {
    expect(refusalOfLink({ ...link, status }, sent)).toBe("LINK_USED");
  });

  it("is invalid without a comment", () => expect(refusalOfLink(null, sent)).toBe("LINK_INVALID"));
});

describe("days to answer", () => {
  it.each([
    ["2020-06-01T10:00:00Z", "2020-06-01T15:00:00Z", 0],
    ["2020-06-01T19:59:00Z", "2020-06-01T20:01:00Z", 1],
    ["2020-06-01T10:00:00Z", "2020-06-15T01:00:00Z", 14],
    ["2020-06-02T10:00:00Z", "2020-06-01T10:00:00Z", 0],
  ])("from %s to %s are %i calendar days in Tbilisi", (from, to, days) => expect(daysToAnswer(new Date(from), new Date(to))).toBe(days));
});

describe("what takes comments", () => {
  it.each([["draft", "NOT_FOUND"], ["in_consultation", null], ["adopted", null], ["closed", "COMMENTS_CLOSED"]] as const)(
    "a commitment of a plan that is %s: %s", (status, refusal) => expect(refusalOfCommitment({ status, consultationOpensOn: null, consultationEndsOn: null }, new Date("2020-06-05"))).toBe(refusal),
  );

  it("a commitment of a draft plan while the public is asked, not afterwards", () => {
    const asked = { status: "in_consultation", consultationOpensOn: "2020-06-01", consultationEndsOn: "2020-06-14" };
    expect(refusalOfCommitment(asked, new Date("2020-06-14T19:59:59Z"))).toBeNull();
    expect(refusalOfCommitment(asked, new Date("2020-06-14T20:00:00Z"))).toBe("CONSULTATION_CLOSED");
  });

  const consultation = { status: "in_consultation", consultationOpensOn: "2020-06-01", consultationEndsOn: "2020-06-14" };

  it.each([
    ["2020-05-31T19:59:59Z", "CONSULTATION_CLOSED"],
    ["2020-05-31T20:00:00Z", null],
    ["2020-06-14T19:59:59Z", null],
    ["2020-06-14T20:00:00Z", "CONSULTATION_CLOSED"],
  ] as const)("a report in consultation from 1 to 14 June, at %s: %s", (at, refusal) => expect(refusalOfReport(consultation, new Date(at))).toBe(refusal));

  it.each([["draft", "NOT_FOUND"], ["final", "CONSULTATION_CLOSED"]] as const)("a report that is %s: %s", (status, refusal) => {
    expect(refusalOfReport({ ...consultation, status }, new Date("2020-06-05"))).toBe(refusal);
  });
});

describe("what a subject is called", () => {
  it("has its number and title, or the plan's where the title is lost", () => {
    const subject = { number: "5", title: { en: "Your idea" }, planTitle: { ka: "გეგმა" } };
    expect(subjectName(subject, "ka")).toBe("5 Your idea");
    expect(subjectName({ ...subject, title: null }, "en")).toBe("5 გეგმა");
    expect(subjectName({ ...subject, number: null }, "en")).toBe("Your idea");
  });
});
