import { sectionKinds, type SectionKind } from "#lib/reports/sections/schema.ts";
import type { Snapshot, SnapshotSection } from "#lib/reports/snapshots/schema.ts";
import { subjectName, vocabularyOf, type ReportPen } from "./evidence-blocks.ts";
import type { Inline } from "./schema.ts";
import { run, runsOf, statedRuns } from "./writing.ts";

/**
 * The sections in the report's order. What the record says is never left out: a section that a report does not name (the first
 * format had fewer) stands where it always does.
 */
export function sectionsOf({ sections, events }: Pick<Snapshot, "sections" | "events">): SnapshotSection[] {
  const recorded = ["introduction", ...(events.length ? ["process"] : []), "summary", "commitments", "annexes"];
  const missing = sectionKinds.filter((kind) => recorded.includes(kind) && sections.every((section) => section.kind !== kind));
  return missing.reduce<SnapshotSection[]>((placed, kind) => {
    const before = sectionKinds.slice(0, sectionKinds.indexOf(kind));
    const place = 1 + placed.findLastIndex((section) => before.includes(section.kind));
    return placed.toSpliced(place, 0, { key: kind, kind, heading: null, body: null });
  }, [...sections]);
}

/** What a section is called. */
export function sectionHeading(section: SnapshotSection, pen: ReportPen): Inline[] {
  return section.kind === "text" ? statedRuns(section.heading, pen) : [run(kindName(section.kind, pen))];
}

function kindName(kind: Exclude<SectionKind, "text">, pen: ReportPen): string {
  return pen.say(kind === "commitments" ? `reports.document.many.${vocabularyOf(pen.snapshot)}` : `report-files.sections.${kind}`);
}

/** The section that a key names, as far as this version knows it: a section, a commitment, or the key itself. */
export function sectionName(key: string, pen: ReportPen): Inline[] {
  const section = sectionsOf(pen.snapshot).find((known) => known.key === key);
  if (section) return sectionHeading(section, pen);
  const commitment = pen.snapshot.commitments.find(({ id }) => key === `commitment:${id}`);
  if (!commitment) return [run(pen.say("report-files.comments.gone"))];
  const title = runsOf(commitment.title, pen);
  return [run(`${subjectName("whole", commitment.number, pen, pen.snapshot)}${title.length ? ". " : ""}`), ...title];
}
