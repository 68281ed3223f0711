import { describe, expect, it } from "vitest";
import { importAfter, importTransitions, inFileWords, placeProblems, type ImportStep } from "./rules.ts";
import { importStatuses } from "./schema.ts";
import type { PlanFile } from "#lib/imports/plan-files/schema.ts";

const steps = Object.keys(importTransitions) as ImportStep[];

/** Every pair that leads on; all others are refused. */
const allowed: Record<string, string> = {
  "mapping map": "preview", "preview remap": "mapping", "failed remap": "mapping", "preview start": "queued", "queued work": "running", "running work": "running", "running finish": "done", "queued fail": "failed",
  "running fail": "failed", "failed again": "preview", "mapping discard": "discarded", "preview discard": "discarded", "failed discard": "discarded",
};

describe("the life of an import", () => {
  const pairs = importStatuses.flatMap((status) => steps.map((step) => ({ status, step, to: allowed[`${status} ${step}`] ?? null })));
  it.each(pairs)("$status, $step → $to", ({ status, step, to }) => {
    if (to) expect(importAfter(step, { status, format: "text" })).toBe(to);
    else expect(() => importAfter(step, { status, format: "text" })).toThrow(expect.objectContaining({ code: "TRANSITION_NOT_ALLOWED" }) as Error);
  });

  it("has no columns to go back to in a workbook", () => {
    expect(() => importAfter("remap", { status: "preview", format: "xlsx" })).toThrow(expect.objectContaining({ code: "TRANSITION_NOT_ALLOWED" }) as Error);
  });
});

describe("a file at its place", () => {
  const file = { plan: { slug: "plan", secretariat: "own" } } as PlanFile;
  const own = { key: "own", name: { en: "Own" }, kind: "secretariat", id: "1", known: { id: "1", slug: "own", name: { en: "Own" } }, by: "key" as const };
  const messages = (...args: Parameters<typeof placeProblems>) => placeProblems(...args).map(({ message }) => message);

  it.each([
    ["a new plan", { planSlug: null, secretariat: "own", taken: false }, []],
    ["the plan that it names", { planSlug: "plan", secretariat: "own", taken: false }, []],
    ["another plan", { planSlug: "another", secretariat: "own", taken: false }, ["otherPlan"]],
    ["a new plan, where one has its address", { planSlug: null, secretariat: "own", taken: true }, ["planTaken"]],
    ["another Secretariat", { planSlug: null, secretariat: "another", taken: false }, ["otherSecretariat"]],
  ] as const)("%s: %j", (_, place, wrong) => expect(messages(file, [own], place)).toEqual(wrong));

  it("is another Secretariat's when the record does not know the one that it names", () => {
    expect(messages(file, [{ ...own, known: null, by: null }], { planSlug: null, secretariat: "own", taken: false })).toEqual(["otherSecretariat"]);
  });

  it("has problems of the editor said in words of the file", () => {
    const said = (path: string, message: string) => inFileWords({ path, message, values: {} }).message;
    expect([said("commitments[0].number", "duplicate"), said("parts[0].slug", "duplicate"), said("", "inUse"), said("x", "unknownChoice")]).toEqual(["duplicateNumber", "duplicateSlug", "inUse", "editRefused"]);
  });
});
