import { describe, expect, it, test } from "vitest";
import { progressStatuses, type Progress } from "#lib/reporting/schema.ts";
import { casesOfPage, compare, placeOf, seriousness, type CompletionStep, type Difference, type Judged, type ScaleGrade } from "./rules.ts";
import { differenceKinds } from "./schema.ts";

const grade = (rank: number, scale = "georgia"): ScaleGrade => ({ scale, rank, fulfilled: rank === 3 });
const steps: CompletionStep[] = [
  { code: "completion.not_started", rank: 0 }, { code: "completion.limited", rank: 1 }, { code: "completion.substantial", rank: 2 },
  { code: "completion.complete", rank: 3 }, { code: "completion.no_evidence", rank: null },
];
const [notStarted, limited, substantial, complete, noEvidence] = steps as [CompletionStep, CompletionStep, CompletionStep, CompletionStep, CompletionStep];
const judged = (changes: Partial<Judged>): Judged => ({ grade: null, completion: null, verifiable: null, ...changes });
const said = (pair: Parameters<typeof compare>[0]) => {
  const outcome = compare(pair);
  if (outcome.is === "different") return [outcome.difference.kind, outcome.difference.steps, outcome.difference.by].filter((part) => part !== null).join(" ");
  return outcome.is === "uncompared" ? outcome.reason : outcome.is;
};

describe("the agency's progress and a judgement", () => {
  const judgements: [string, Judged, Partial<Record<Progress, string>>][] = [
    ["the worst grade", judged({ grade: grade(0) }), { completed: "completed_worst" }],
    ["a middling grade", judged({ grade: grade(1) }), {}],
    ["a good grade that does not count as fulfilled", judged({ grade: grade(2) }), {}],
    ["a grade that counts as fulfilled", judged({ grade: grade(3) }), { not_started: "unstarted_fulfilled", suspended: "unstarted_fulfilled" }],
    ["completion: not started", judged({ completion: notStarted }), { completed: "completed_worst" }],
    ["completion: limited", judged({ completion: limited }), {}],
    ["completion: substantial", judged({ completion: substantial }), {}],
    ["completion: complete", judged({ completion: complete }), { not_started: "unstarted_fulfilled", suspended: "unstarted_fulfilled" }],
    ["completion: no evidence available", judged({ completion: noEvidence }), { completed: "completed_no_evidence" }],
    ["not verifiable", judged({ completion: limited, verifiable: "verifiable.no" }), { completed: "completed_unverifiable" }],
    ["verifiable", judged({ completion: limited, verifiable: "verifiable.yes" }), {}],
    ["the worst, and not verifiable either", judged({ grade: grade(0), completion: noEvidence, verifiable: "verifiable.no" }), { completed: "completed_worst" }],
    ["no evidence, and not verifiable either", judged({ grade: grade(1), completion: noEvidence, verifiable: "verifiable.no" }), { completed: "completed_no_evidence" }],
    ["nothing", judged({}), {}],
  ];
  const table = judgements.flatMap(([name, of, expected]) => progressStatuses.map((progress) => [progress, name, of, expected[progress] ?? "apart"] as const));
  test.each(table)("%s against %s", (progress, _, of, expected) => {
    expect(said({ kind: "agency_independent", progress, judged: of })).toBe(expected);
    expect(said({ kind: "agency_secretariat", progress, judged: of })).toBe(expected);
  });
});

describe("the Secretariat's judgement and an independent one", () => {
  const against = (own: ScaleGrade, reading: CompletionStep | null | undefined, of: Partial<Judged>) => said({ kind: "secretariat_independent", grade: own, reading, judged: judged(of) });

  test.each([0, 1, 2, 3].flatMap((own) => [0, 1, 2, 3].map((other) => [own, other] as const)))("on the same scale: %i and %i", (own, other) => {
    const expected = own === other ? "alike" : own > other ? `kinder ${own - other} scale` : `harsher ${other - own} scale`;
    expect(against(grade(own), undefined, { grade: grade(other) })).toBe(expected);
  });

  test.each(steps.flatMap((reading) => steps.map((completion) => [reading, completion] as const)))("through the crosswalk: $code and $code", (reading, completion) => {
    const ranked = reading.rank !== null && completion.rank !== null;
    const distance = (reading.rank ?? 0) - (completion.rank ?? 0);
    const expected = reading.code === completion.code ? "alike" : !ranked ? "no_rank" : `${distance > 0 ? "kinder" : "harsher"} ${Math.abs(distance)} crosswalk`;
    expect(against(grade(2), reading, { completion })).toBe(expected);
  });

  it("is not compared where nothing says how", () => {
    expect(against(grade(2), undefined, { completion: limited })).toBe("no_crosswalk");
    expect(against(grade(2), null, { completion: limited })).toBe("nothing_corresponds");
    expect(against(grade(2), complete, { completion: noEvidence })).toBe("no_rank");
    expect(against(grade(2), complete, { grade: grade(0, "another") })).toBe("nothing_corresponds");
  });

  it("is compared on the scale that both used, also where the crosswalk says nothing", () => {
    expect(against(grade(2), undefined, { grade: grade(1), completion: limited })).toBe("kinder 1 scale");
    expect(against(grade(2), null, { grade: grade(2), completion: limited })).toBe("alike");
    expect(against(grade(2), substantial, { grade: grade(0, "another"), completion: limited })).toBe("kinder 1 crosswalk");
  });

  it("tells the more serious of two ways to compare", () => {
    expect(against(grade(2), substantial, { grade: grade(1), completion: notStarted })).toBe("kinder 2 crosswalk");
    expect(against(grade(2), substantial, { grade: grade(2), completion: limited })).toBe("kinder 1 crosswalk");
    expect(against(grade(1), limited, { grade: grade(0), completion: complete })).toBe("kinder 1 scale");
    expect(against(grade(1), limited, { grade: grade(0), completion: notStarted })).toBe("kinder 1 scale");
  });
});

describe("the cases of a page", () => {
  const cases = [{ place: 0, count: 20 }, { place: 3, count: 40 }, { place: 0, count: 10 }, { place: 7, count: 100 }];
  const on = (page: number) => {
    const [shown, skipped] = casesOfPage(cases, page, 50);
    return `${shown.map(({ place, count }) => `${place}:${count}`).join(" ")} after ${skipped}`;
  };

  it("are whole places, with what stands before the page in them", () => {
    expect([1, 2, 3, 4, 5].map(on)).toEqual(["0:20 3:40 0:10 after 0", "3:40 7:100 after 20", "7:100 after 30", "7:100 after 80", " after 0"]);
    expect(casesOfPage([], 1, 50)).toEqual([[], 0]);
  });
});

describe("what is most serious", () => {
  const difference = (kind: Difference["kind"], apart: number | null = null): Difference => ({ kind, steps: apart, by: apart ? "scale" : null });

  it("has a place for every difference, contradictions and kindness before harshness", () => {
    const all = [...differenceKinds.filter((kind) => kind !== "kinder" && kind !== "harsher").map((kind) => difference(kind)), ...[1, 2, 3, 4].flatMap((apart) => [difference("kinder", apart), difference("harsher", apart)])];
    for (const one of all) expect(placeOf(one)).toBeGreaterThanOrEqual(0);
    expect(new Set(all.map(placeOf)).size).toBe(seriousness.length);
    expect(placeOf(difference("completed_worst"))).toBe(0);
    expect(placeOf(difference("kinder", 4))).toBe(placeOf(difference("kinder", 3)));
    for (const apart of [1, 2, 3]) expect(placeOf(difference("kinder", apart))).toBeLessThan(placeOf(difference("harsher", apart)));
    for (const apart of [2, 3]) expect(placeOf(difference("kinder", apart))).toBeLessThan(placeOf(difference("kinder", apart - 1)));
  });
});
