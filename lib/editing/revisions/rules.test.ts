import { describe, expect, it } from "vitest";
import { lastAmendment, revisionsOf, type ChangeRow } from "./rules.ts";

const row = (changes: Partial<ChangeRow>): ChangeRow => ({
  id: "c", at: new Date("2024-03-03T08:00:00Z"), entity: "milestone", entityId: "m", operation: "changed", number: "2.2", title: { en: "Portal" }, field: "endsOn", before: "2024", after: "2025", amendment: null, ...changes,
});
const amendment = { id: "a1", number: 1, reason: { en: "The tender failed" }, legalAct: null };
const told = (rows: ChangeRow[]) => revisionsOf(rows, ({ entityId }) => `/${entityId}`);

describe("the history of a plan", () => {
  it("tells an amendment once, with its reason and every field under what it belongs to", () => {
    const rows = [row({ id: "1", amendment }), row({ id: "2", field: "title", before: { en: "A" }, after: { en: "B" }, amendment }), row({ id: "3", entityId: "n", number: "2.3", amendment })];
    expect(told(rows)).toMatchObject([{
      kind: "amendment", number: 1, reason: amendment.reason, step: null,
      subjects: [{ entityId: "m", number: "2.2", path: "/m", fields: [{ field: "endsOn", before: "2024", after: "2025" }, { field: "title" }] }, { entityId: "n", fields: [{ field: "endsOn" }] }],
    }]);
  });

  it("tells what was added or removed without fields, and a step of the plan's life by itself", () => {
    const step = { entity: "plan", field: "status", before: "draft", after: "in_consultation" };
    const window = { entity: "plan", field: "consultation", before: null, after: { opensOn: "2024-03-03", endsOn: "2024-03-17" } };
    const [removed, opened] = told([row({ operation: "removed", field: null, amendment }), row(step), row(window)]);
    expect(removed?.subjects).toMatchObject([{ operation: "removed", fields: [] }]);
    expect(opened).toMatchObject({ kind: "step", step: "in_consultation", subjects: [] });
  });

  it("keeps what changed while the public was asked apart by days in Tbilisi", () => {
    const rows = [row({ id: "1", at: new Date("2024-03-03T20:30:00Z") }), row({ id: "2", at: new Date("2024-03-03T19:30:00Z") }), row({ id: "3", at: new Date("2024-03-03T08:00:00Z"), field: "startsOn" })];
    expect(told(rows).map(({ kind, subjects }) => [kind, subjects[0]?.fields.length])).toEqual([["consultation", 1], ["consultation", 2]]);
  });

  it("leaves out addresses, which change along with a number", () => expect(told([row({ field: "slug" })])).toEqual([]));
});

it("finds the last amendment of a subject, and none where it was changed before it was adopted", () => {
  const revisions = told([row({ id: "1", amendment: { ...amendment, id: "a2", number: 2 } }), row({ id: "2", amendment }), row({ id: "3", entityId: "n", at: new Date("2024-01-01T08:00:00Z") })]);
  expect(lastAmendment(revisions, "m")?.revision.number).toBe(2);
  expect(lastAmendment(revisions, "n")).toBeNull();
});
