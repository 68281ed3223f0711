import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { readSnapshot } from "#lib/reports/snapshot-formats/rules.ts";
import type { Snapshot, SnapshotEvent } from "#lib/reports/snapshots/schema.ts";
import { compareReports, saysTheSame, versionsToCompare } from "./rules.ts";
import { comparedVersionsSchema } from "./schema.ts";

const zugdidi = () => readSnapshot(readFileSync("prisma/published/georgia-2018-2019-2019-annual-version-1.json", "utf8"));
const rich = (text: string) => ({ ka: richTextOf(text) ?? undefined });
const event: SnapshotEvent = {
  id: "01a1ff6a-9e23-734c-96fd-e4a6e0727236", slug: "forum-2019", kind: "forum_meeting", title: { ka: "ფორუმის სხდომა" }, group: null, startsOn: "2019-05-14", endsOn: null, cancelled: false, cancelReason: null, presentsResults: false,
  place: null, url: null, summary: null, agenda: null, minutes: null, attendance: [], decisions: [], recommendations: [], evidence: [],
};

/** Two copies of one report of which the second was changed. */
function changed(change: (after: Snapshot) => void, prepare: (before: Snapshot) => void = () => undefined) {
  const before = zugdidi();
  prepare(before);
  const after = structuredClone(before);
  change(after);
  return compareReports(before, after);
}

describe("which versions are compared", () => {
  const versions = [{ number: 3, stage: "final" }, { number: 2, stage: "consultation" }, { number: 1, stage: "consultation" }];
  it.each([
    [{}, { from: 1, to: 3 }],
    [{ from: "2" }, { from: 2, to: 3 }],
    [{ from: "3", to: "1" }, { from: 1, to: 3 }],
    [{ from: "two" }, { from: 1, to: 3 }],
    [{ from: "1", to: "9" }, null],
    [{ from: "2", to: "2" }, null],
  ])("%o: %o", (address, expected) => {
    expect(versionsToCompare(versions, comparedVersionsSchema.parse(address))).toEqual(expected);
  });

  it("a report that was final at once is compared from its first version, and one version with nothing", () => {
    expect(versionsToCompare([{ number: 1, stage: "final" }, { number: 2, stage: "correction" }], {})).toEqual({ from: 1, to: 2 });
    expect(versionsToCompare([{ number: 1, stage: "final" }], {})).toBeNull();
  });
});

describe("a comparison", () => {
  it("of a version with itself finds nothing", () => {
    expect(saysTheSame(changed(() => undefined))).toBe(true);
  });

  it("tells what the report says otherwise, what came and what went, and a new order", () => {
    const comparison = changed((after) => {
      after.report.title = { ka: "სხვა სათაური" };
      after.sections = [
        { key: "introduction", kind: "introduction", heading: null, body: rich("ახალი შესავალი") }, { key: "summary", kind: "summary", heading: null, body: null }, { key: "commitments", kind: "commitments", heading: null, body: null },
        { key: "text:01a1ff6a-9e23-734c-96fd-e4a6e0727236", kind: "text", heading: { ka: "მადლობა" }, body: rich("გმადლობთ") }, { key: "lessons", kind: "lessons", heading: null, body: null },
      ];
    }, (before) => { before.sections = [{ key: "summary", kind: "summary", heading: null, body: rich("დასკვნა") }, { key: "introduction", kind: "introduction", heading: null, body: rich("შესავალი") }, { key: "commitments", kind: "commitments", heading: null, body: null }]; });
    expect(comparison.title).toMatchObject({ after: { ka: "სხვა სათაური" } });
    expect(comparison.sections.map(({ section, state, body }) => [section.kind, state, body?.before?.ka, body?.after?.ka])).toEqual([
      ["introduction", "changed", "შესავალი", "ახალი შესავალი"], ["summary", "changed", "დასკვნა", undefined], ["text", "added", undefined, "გმადლობთ"],
    ]);
    expect(comparison.order?.after.map(({ kind }) => kind)).toEqual(["introduction", "summary", "commitments"]);
  });

  it("tells each axis and each voice apart", () => {
    const comparison = changed(({ commitments: [commitment], plan }) => {
      const best = plan.scale.grades.at(-1);
      const [assessment] = commitment?.assessments ?? [];
      if (!commitment || !assessment || !best) throw new Error("the Zugdidi commitment is assessed");
      commitment.narrative = rich("როგორ წავიდა საქმე");
      assessment.grade = best;
      commitment.assessments.push({ ...assessment, id: "01a1ff6a-9e23-734c-96fd-e4a6e0727236", voice: "independent", organisation: { slug: "monitor", name: { ka: "დამკვირვებელი" } }, grade: null, irm: { ...assessment.irm, completion: { code: "completion.limited", label: { ka: "შეზღუდული" }, rank: 1 } } });
    });
    const facts = comparison.subjects.flatMap((subject) => subject.facts.map(({ name, about }) => [subject.number, name, about?.ka ?? null]));
    expect(facts).toContainEqual(["5", "narrative", null]);
    expect(facts).toContainEqual(["5", "grade", expect.any(String)]);
    expect(facts).toContainEqual(["5", "completion", "დამკვირვებელი"]);
    expect(facts).not.toContainEqual(["5", "progress", null]);
  });

  it("tells an update that was accepted since, of a milestone too, and the counts that moved with it", () => {
    const comparison = changed((after) => {
      const [milestone] = after.commitments[0]?.milestones ?? [];
      if (!milestone?.update) throw new Error("milestone 5.1 is reported");
      milestone.update = { ...milestone.update, progress: "completed", result: { ka: "დასრულდა" }, evidence: [...milestone.update.evidence, { id: event.id, kind: "link", title: null, url: "https://example.ge/", fileName: null, mediaType: null, size: null, sha256: null, verificationSourceId: null }] };
      for (const row of after.summary.milestones.progress) row.count = row.status === "completed" ? 1 : 0;
    });
    const [subject] = comparison.subjects;
    expect(subject).toMatchObject({ kind: "milestone", number: "5.1", state: "changed" });
    expect(subject?.facts.map(({ name }) => name)).toEqual(expect.arrayContaining(["progress", "result", "evidence"]));
    expect(comparison.figures).toContainEqual(expect.objectContaining({ of: "milestones", axis: "progress", status: "completed", before: 0, after: 1 }));
  });

  it("tells what amendments took out, and events that were logged or called off since", () => {
    const comparison = changed((after) => {
      after.commitments[0]?.milestones.pop();
      after.events = [{ ...event, cancelled: true, cancelReason: { ka: "კვორუმი არ იყო" } }, { ...event, id: "01a1ff6a-9e23-734c-96fd-e4a6e0727237", slug: "other" }];
    }, (before) => { before.events = [event]; });
    expect(comparison.subjects.map(({ kind, state }) => [kind, state])).toEqual([["milestone", "removed"]]);
    expect(comparison.events.map(({ slug, state, facts }) => [slug, state, facts.map(({ name }) => name)])).toEqual([["forum-2019", "changed", ["cancelled", "cancelReason"]], ["other", "added", []]]);
  });

  it("misses nothing: whatever leaf of what the report shows is another, something is told", () => {
    const before = { ...zugdidi(), events: [event] };
    for (const part of ["commitments", "events", "plan"] as const) {
      for (const path of leavesOf(before[part])) {
        const after = structuredClone(before);
        change(after[part], path);
        expect(saysTheSame(compareReports(before, after)), `${part}.${path.join(".")}`).toBe(false);
      }
    }
  });
});

type Path = (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
  return value === null ? [] : [path];
}

function change(value: unknown, path: Path): void {
  const holder = path.slice(0, -1).reduce((inner: unknown, key) => (inner as Record<string | number, unknown>)[key], value) as Record<string | number, unknown>;
  const key = path.at(-1) ?? "";
  const old = holder[key];
  holder[key] = typeof old === "number" ? old + 1 : typeof old === "boolean" ? !old : `${String(old)}x`;
}
