import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Progress } from "#lib/reporting/schema.ts";
import { readSnapshot } from "#lib/reports/snapshot-formats/rules.ts";
import { canonicalJson, evidenceOf, findSection, flatMilestones, inOneLanguage, tallyOf, wasAnnounced, whatIsMissing, withoutHidden } from "./rules.ts";

/** As JSON has it: no negative zero. */
const json = fc.jsonValue({ stringUnit: "grapheme", maxDepth: 5 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, shuffled(item)]));
}

describe("canonical JSON", () => {
  test("says what was said", () => {
    fc.assert(fc.property(json, (value) => { expect(JSON.parse(canonicalJson(value))).toEqual(value); }));
  });

  test("does not depend on the order in which keys were set", () => {
    fc.assert(fc.property(json, (value) => { expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value)); }));
  });

  test("is the same after it was read and written again", () => {
    fc.assert(fc.property(json, (value) => { expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value)); }));
  });

  test("survives UTF-8", () => {
    fc.assert(fc.property(json, (value) => { expect(new TextDecoder().decode(new TextEncoder().encode(canonicalJson(value)))).toBe(canonicalJson(value)); }));
  });

  test("sorts keys, leaves out what is undefined, puts nothing between tokens", () => {
    expect(canonicalJson({ b: [1, 1.5, null], a: "ვადა „2018“\n", c: undefined, B: { y: true, x: false } })).toBe(
      '{"B":{"x":false,"y":true},"a":"ვადა „2018“\\n","b":[1,1.5,null]}',
    );
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ["\ud800"], [[undefined]], [new Date(0)], [1n], [() => 0]])("refuses %s", (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

const scale = [
  { code: "not", label: { ka: "არ შესრულდა" }, rank: 0, fulfilled: false },
  { code: "fully", label: { ka: "სრულად შესრულდა" }, rank: 1, fulfilled: true },
];

type Subject = Parameters<typeof whatIsMissing>[0]["commitments"][number];

/** Only what the rules look at. */
function subject(number: string, progress: Progress | null, grades: [voice: string, code: string][], milestones: Subject[] = []): Subject {
  const assessments = grades.map(([voice, code]) => ({ voice, grade: { code } }));
  return { id: number, number, update: progress && { progress }, assessments, milestones };
}

describe("the summary", () => {
  const subjects = [
    subject("1", "suspended", [["secretariat", "not"]]),
    subject("2", "completed", [["independent", "not"], ["secretariat", "fully"]]),
    subject("3", null, [["independent", "fully"]]),
    subject("4", "completed", []),
  ];

  test("counts each axis on its own and shows what is not there", () => {
    const tally = tallyOf(subjects, scale);
    expect(tally).toMatchObject({ total: 4, notReported: 1, notAssessed: 2 });
    expect(tally.progress.filter(({ count }) => count > 0)).toEqual([{ status: "completed", count: 2 }, { status: "suspended", count: 1 }]);
    expect(tally.fulfilment.map(({ code, count }) => [code, count])).toEqual([["not", 1], ["fully", 1]]);
  });

  test("adds up, whatever is reported and assessed", () => {
    const any = fc.array(fc.tuple(fc.constantFrom("suspended", "completed", null), fc.constantFrom("not", "fully", null)));
    fc.assert(
      fc.property(any, (states) => {
        const tally = tallyOf(states.map(([progress, grade], index) => subject(`${index}`, progress, grade ? [["secretariat", grade]] : [])), scale);
        const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
        expect([sum(tally.progress) + tally.notReported, sum(tally.fulfilment) + tally.notAssessed]).toEqual([states.length, states.length]);
      }),
    );
  });
});

describe("what is missing", () => {
  const nested = subject("2.1", null, [["secretariat", "not"]], [subject("2.1.1", "completed", [["secretariat", "fully"]]), subject("2.1.2", "completed", [])]);
  const commitments = [subject("1", "completed", [["secretariat", "fully"]]), subject("2", "suspended", [], [nested])];

  test("is named in reading order, however deep", () => {
    expect(whatIsMissing({ commitments }).map(({ kind, number, commitmentNumber, notReported, notAssessed }) => [kind, number, commitmentNumber, notReported, notAssessed])).toEqual([
      ["commitment", "2", "2", false, true],
      ["milestone", "2.1", "2", true, false],
      ["milestone", "2.1.2", "2", false, true],
    ]);
  });

  test("milestones are read depth first", () => {
    expect(flatMilestones(commitments[1]?.milestones ?? []).map(({ milestone, depth }) => [milestone.number, depth])).toEqual([["2.1", 0], ["2.1.1", 1], ["2.1.2", 1]]);
  });
});

const published = (name: string) => readSnapshot(readFileSync(`prisma/published/${name}.json`, "utf8"));

describe("a comment that was hidden since", () => {
  const report = published("consulted-version-2");
  const [comment] = report.comments?.published ?? [];

  test("is counted by its reason, and what was frozen stays", () => {
    const shown = withoutHidden(report, [{ id: comment?.id ?? "", code: "abusive" }, { id: "another", code: "off_topic" }]);
    expect(shown.comments).toEqual({ published: [], refused: [{ code: "abusive", count: 1 }] });
    expect(report.comments?.published).toHaveLength(1);
    expect(withoutHidden(report, [])).toBe(report);
  });
});

describe("a section", () => {
  const report = published("georgia-2018-2019-2019-annual-version-1");
  const [commitment] = report.commitments;

  test("is found by its key, a commitment's by the commitment's", () => {
    expect(findSection(report, "summary")).toMatchObject({ kind: "summary", title: null, number: null });
    expect(findSection(report, `commitment:${commitment?.id ?? ""}`)).toMatchObject({ kind: "commitment", number: "5", slug: "zugdidi-5", vocabulary: "commitment" });
    for (const key of ["lessons", "commitment:01a1ff6a-9e23-734c-96fd-e4a6e0727236", "text:01a1ff6a-9e23-734c-96fd-e4a6e0727236", "nothing"]) expect(findSection(report, key)).toBeNull();
  });

  test("that exists in one language only is named, and one in which nothing is written is not", () => {
    const doc = { type: "doc" as const, content: [{ type: "paragraph" as const }] };
    const sections = report.sections.map((section) => (section.key === "summary" ? { ...section, body: { ka: doc } } : section));
    expect(inOneLanguage({ ...report, sections, commitments: report.commitments.map((one) => ({ ...one, narrative: { ka: doc, en: doc } })) })).toEqual(report.report.title.ka && report.report.title.en ? ["summary"] : ["title", "summary"]);
  });

  test("of evidence lists every piece where it stands", () => {
    const pieces = evidenceOf(report);
    const all = JSON.stringify(report.commitments).match(/"verificationSourceId"/g)?.length ?? 0;
    expect(pieces).toHaveLength(all);
    expect(pieces.every(({ of }) => "commitment" in of)).toBe(true);
  });
});

test.each<[string, boolean, string, boolean]>([
  // Nine in the evening in UTC is the next day in Tbilisi.
  ["2026-11-22", false, "2026-11-21T21:00:00.000Z", false], ["2026-11-23", false, "2026-11-21T21:00:00.000Z", true], ["2026-11-23", true, "2026-11-21T21:00:00.000Z", false],
])("tells that an event of %s (cancelled: %s) was announced in what was published at %s: %s", (startsOn, cancelled, publishedAt, announced) => {
  expect(wasAnnounced({ startsOn, cancelled }, publishedAt)).toBe(announced);
});
