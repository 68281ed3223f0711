import { mediaTypes, type MediaType } from "#lib/evidence/schema.ts";
import { localize, type Localized } from "#lib/record/localized/schema.ts";
import { formatBytes } from "#lib/platform/i18n/formats.ts";
import { flatMilestones } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotEvidence, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";
import type { Block, Cell, Inline, TableBlock } from "./schema.ts";
import { listOf, paragraph, run, runsOf, sentence, type Pen } from "./writing.ts";

type Sources = SnapshotSubject["verificationSources"];

/** A piece of evidence with its number in the report's list, and what it proves. */
interface Listed {
  number: number;
  piece: SnapshotEvidence;
  of: (pen: Pen) => Inline[];
  meets: Localized | null;
}

/** A pen for one report: it knows what the report is of, and the number of every piece of evidence in its list. */
export interface ReportPen extends Pen {
  snapshot: Snapshot;
  evidence: ReadonlyMap<string, number>;
}

export function reportPen(pen: Pen, snapshot: Snapshot): ReportPen {
  return { ...pen, snapshot, evidence: new Map(listEvidence(snapshot).map(({ number, piece }) => [piece.id, number])) };
}

/** Whether the plan speaks of commitments and milestones or of activities and sub-activities. */
export function vocabularyOf(snapshot: Snapshot): "commitment" | "activity" {
  return snapshot.plan.vocabulary === "activity" ? "activity" : "commitment";
}

/** "Commitment 5", "Milestone 5.1". */
export function subjectName(kind: "whole" | "step", number: string, pen: Pen, snapshot: Snapshot): string {
  return pen.say(`report-files.subject.${vocabularyOf(snapshot)}.${kind}`, { number });
}

/** Every piece in the order in which the report shows it, numbered from 1. */
function listEvidence(snapshot: Snapshot): Listed[] {
  const events = snapshot.events.flatMap((event) => {
    const of = (pen: Pen) => runsOf(event.title, pen);
    return [...event.evidence, ...event.recommendations.flatMap(({ fulfilment }) => fulfilment?.evidence ?? [])].map((piece) => ({ piece, of, meets: null }));
  });
  const subjects = snapshot.commitments.flatMap((commitment) => [
    ...ofSubject(commitment, "whole", snapshot), ...flatMilestones(commitment.milestones).flatMap(({ milestone }) => ofSubject(milestone, "step", snapshot)),
  ]);
  const seen = new Set<string>();
  const all = [...events, ...subjects].filter(({ piece: { id } }) => !seen.has(id) && seen.add(id));
  return all.map((listed, index) => ({ ...listed, number: index + 1 }));
}

function ofSubject(subject: SnapshotSubject, kind: "whole" | "step", snapshot: Snapshot): Omit<Listed, "number">[] {
  const pieces = (evidence: readonly SnapshotEvidence[], voice: string) =>
    evidence.map((piece) => ({
      piece, meets: sourceOf(piece, subject.verificationSources),
      of: (pen: Pen) => [run(subjectName(kind, subject.number, pen, snapshot)), { type: "break" as const }, run(pen.say(`status.voice.${voice}`), { soft: true })],
    }));
  return [...pieces(subject.update?.evidence ?? [], "agency"), ...subject.assessments.flatMap(({ voice, evidence }) => pieces(evidence, voice))];
}

function sourceOf(piece: SnapshotEvidence, sources: Sources): Localized | null {
  return sources.find(({ id }) => id === piece.verificationSourceId)?.text ?? null;
}

/** What a piece is called, leading to it. */
function nameOf(piece: SnapshotEvidence, pen: Pen): Inline[] {
  const href = piece.kind === "link" && piece.url ? piece.url : `${pen.site}/api/evidence/${piece.id}`;
  const title = runsOf(piece.title, pen, { href });
  return title.length ? title : [run(piece.fileName ?? piece.url ?? "", { href })];
}

/** "PDF, 820 KB"; of a link its address. */
function kindOf(piece: SnapshotEvidence, pen: Pen): string {
  if (piece.kind === "link") return piece.url ?? pen.say("status.evidenceKind.link");
  const ending = Object.hasOwn(mediaTypes, piece.mediaType ?? "") ? mediaTypes[piece.mediaType as MediaType] : "other";
  const type = pen.say(`evidence.types.${ending}`);
  return piece.size === null ? type : pen.say("evidence.file", { type, size: formatBytes(piece.size, pen.locale) });
}

/** What proves it, each piece with its number in the list at the end. */
export function evidenceBlocks(evidence: readonly SnapshotEvidence[], sources: Sources, pen: ReportPen): Block[] {
  if (evidence.length === 0) return [];
  const items = evidence.map((piece): Inline[] => {
    const meets = runsOf(sourceOf(piece, sources), pen, { soft: true });
    return [
      run(`[${pen.evidence.get(piece.id) ?? ""}]`, { soft: true }), run(" "), ...nameOf(piece, pen), run(`, ${kindOf(piece, pen)}`, { soft: true }),
      ...(meets.length ? [run(`; ${pen.say("report-files.evidence.meets")} `, { soft: true }), ...meets] : []),
    ];
  });
  return [sentence(pen.say("reports.voices.evidence"), "label"), ...listOf(items)];
}

/** The list of everything that proves something, with the checksum of every file. */
export function evidenceTable(pen: ReportPen): Block[] {
  const listed = listEvidence(pen.snapshot);
  const say = (key: string) => pen.say(`report-files.evidence.${key}`);
  if (listed.length === 0) return [sentence(say("none"))];
  const columns: TableBlock["columns"] = [
    { label: [run(say("number"))], align: "end", width: 0.6 }, { label: [run(say("piece"))], align: "start", width: 4.4 },
    { label: [run(say("of"))], align: "start", width: 2.3 }, { label: [run(say("source"))], align: "start", width: 1.9 },
  ];
  return [paragraph([run(say("lead"))]), { type: "table", name: "evidence", caption: null, hasHeader: true, columns, rows: listed.map((row) => evidenceRow(row, pen)) }];
}

function evidenceRow({ number, piece, of, meets }: Listed, pen: Pen): Cell[] {
  const file = piece.fileName && localize(piece.title, pen.locale) ? [run(`${piece.fileName}, `, { soft: true })] : [];
  const sum = piece.sha256 ? [{ type: "break" as const }, run("SHA-256: ", { soft: true }), run(piece.sha256, { code: true, soft: true })] : [];
  return [
    { content: [run(String(number))], value: number },
    { content: [...nameOf(piece, pen), { type: "break" }, ...file, run(kindOf(piece, pen), { soft: true }), ...sum] },
    { content: of(pen) },
    { content: runsOf(meets, pen) },
  ];
}
