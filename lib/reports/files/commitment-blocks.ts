import type { SnapshotCommitment, SnapshotMilestone, SnapshotPart } from "#lib/reports/snapshots/schema.ts";
import { vocabularyOf, type ReportPen } from "./evidence-blocks.ts";
import { richBlocks } from "./rich-blocks.ts";
import type { Block, HeadingBlock, Inline } from "./schema.ts";
import { commitmentFacts, milestoneFacts } from "./subject-blocks.ts";
import { voiceFacts } from "./voice-blocks.ts";
import { pageAddress, paragraph, paragraphsOf, run, runsOf, sentence } from "./writing.ts";

/** The plan's parts in its order, each with its commitments; those that stand in no part come first. */
export function commitmentBlocks(pen: ReportPen): Block[] {
  const { parts, commitments } = pen.snapshot;
  const loose = commitments.filter(({ partId }) => partId === null);
  return [...loose.flatMap((commitment) => commitmentOf(commitment, 2, pen)), ...parts.flatMap((part) => partBlocks(part, pen))];
}

function partBlocks(part: SnapshotPart, pen: ReportPen): Block[] {
  const level = Math.min(4, 2 + depthOf(part, pen.snapshot.parts));
  const own = pen.snapshot.commitments.filter(({ partId }) => partId === part.id);
  const nested = pen.snapshot.parts.some(({ parentId }) => parentId === part.id);
  const kind = run(`${[pen.say(`status.partKind.${part.kind}`), part.number].filter(Boolean).join(" ")}. `);
  const empty = own.length === 0 && !nested ? [sentence(pen.say(`reports.document.emptyPart.${vocabularyOf(pen.snapshot)}`), "note")] : [];
  return [
    heading(level, `part-${part.id}`, null, [kind, ...runsOf(part.title, pen)]),
    ...paragraphsOf(part.description, pen), ...paragraphsOf(part.note, pen, "note"), ...empty,
    ...own.flatMap((commitment) => commitmentOf(commitment, level + 1, pen)),
  ];
}

function depthOf(part: SnapshotPart, parts: readonly SnapshotPart[]): number {
  const parent = parts.find(({ id }) => id === part.parentId);
  return parent ? 1 + depthOf(parent, parts) : 0;
}

function heading(level: number, id: string, number: string | null, content: Inline[]): HeadingBlock {
  return { type: "heading", level, id, number, content };
}

/** One commitment: what it is about, what the Secretariat writes of it, the voices, what was promised, then its milestones. */
function commitmentOf(commitment: SnapshotCommitment, level: number, pen: ReportPen): Block[] {
  const title = runsOf(commitment.title, pen);
  const live = pageAddress(`/plans/${pen.snapshot.plan.slug}/commitments/${commitment.slug}`, pen);
  return [
    heading(level, `commitment-${commitment.id}`, commitment.number, title.length ? title : [run(pen.say("reports.document.untitled"))]),
    ...paragraphsOf(commitment.plainSummary, pen),
    ...richBlocks(commitment.narrative, level, pen),
    voiceFacts(commitment, pen),
    commitmentFacts(commitment, pen),
    paragraph([run(pen.say("reports.document.live"), { href: live })], "note"),
    ...milestonesOf(commitment.milestones, level + 1, pen),
  ];
}

/** Milestones in the plan's order, nested ones below the one they belong to. */
function milestonesOf(milestones: readonly SnapshotMilestone[], level: number, pen: ReportPen): Block[] {
  return milestones.flatMap((milestone) => [
    heading(Math.min(6, level), `milestone-${milestone.id}`, milestone.number, runsOf(milestone.title, pen)),
    voiceFacts(milestone, pen),
    ...milestoneFacts(milestone, pen),
    ...milestonesOf(milestone.milestones, level + 1, pen),
  ]);
}
