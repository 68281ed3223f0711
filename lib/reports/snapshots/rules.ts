import type { AssessmentVoice } from "#lib/assessments/schema.ts";
import { locales, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { commitmentOf } from "#lib/reports/sections/rules.ts";
import type { SectionKind } from "#lib/reports/sections/schema.ts";
import { progressStatuses, type Progress } from "#lib/reporting/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { Snapshot, SnapshotCommitment, SnapshotEvent, SnapshotEvidence, SnapshotGrade, SnapshotSubject, SnapshotTally } from "./schema.ts";

/**
 * The one way to write a value as JSON: keys sorted by their UTF-16 units, nothing between the tokens, numbers and strings
 * as ECMAScript writes them (RFC 8785). Keys whose value is undefined are left out. Throws for what JSON cannot hold: a
 * number that is not finite, text with half a surrogate pair, anything but null, booleans, numbers, texts, lists, plain objects.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isPlainObject(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  const isText = typeof value === "string" && value.isWellFormed();
  if (value === null || typeof value === "boolean" || Number.isFinite(value) || isText) return JSON.stringify(value);
  throw new TypeError("not a JSON value");
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

/** Milestones of any depth in reading order, each with how deep it is nested (0: directly in the commitment). */
export function flatMilestones<M extends { milestones: readonly M[] }>(milestones: readonly M[], depth = 0): { milestone: M; depth: number }[] {
  return milestones.flatMap((milestone) => [{ milestone, depth }, ...flatMilestones(milestone.milestones, depth + 1)]);
}

/** A piece of evidence, what it stands beside, and who put it there: an agency, an assessor, or the log of an event. */
export interface PlacedEvidence {
  piece: SnapshotEvidence;
  of: { commitment: SnapshotCommitment; milestone?: string } | { event: string };
  voice: "agency" | AssessmentVoice | "event" | "fulfilment";
}

/** Every piece of evidence of a report in reading order: of commitments, of their milestones, of events. */
export function evidenceOf({ commitments, events }: Pick<Snapshot, "commitments" | "events">): PlacedEvidence[] {
  const ofSubject = (subject: SnapshotSubject, of: PlacedEvidence["of"]): PlacedEvidence[] => [
    ...(subject.update?.evidence ?? []).map((piece): PlacedEvidence => ({ piece, of, voice: "agency" })),
    ...subject.assessments.flatMap(({ voice, evidence }) => evidence.map((piece): PlacedEvidence => ({ piece, of, voice }))),
  ];
  const ofEvent = (event: SnapshotEvent): PlacedEvidence[] => {
    const of = { event: event.slug };
    const proofs = event.recommendations.flatMap(({ fulfilment }) => fulfilment?.evidence ?? []);
    return [...event.evidence.map((piece): PlacedEvidence => ({ piece, of, voice: "event" })), ...proofs.map((piece): PlacedEvidence => ({ piece, of, voice: "fulfilment" }))];
  };
  return [
    ...commitments.flatMap((commitment) => [
      ...ofSubject(commitment, { commitment }),
      ...flatMilestones(commitment.milestones).flatMap(({ milestone }) => ofSubject(milestone, { commitment, milestone: milestone.number })),
    ]),
    ...events.flatMap(ofEvent),
  ];
}

/** A section of a report, or what is written of a commitment, by what it is called. */
export interface NamedSection {
  key: string;
  /** `text`: called by its title; `commitment`: by number and title. */
  kind: SectionKind | "commitment";
  title: Localized | null;
  /** Of a commitment. */
  number: string | null;
  slug: string | null;
  /** What the plan calls a commitment. */
  vocabulary: "commitment" | "activity";
}

/** What a key names in a report; null when this report has no such section. */
export function findSection({ sections, commitments, plan }: Pick<Snapshot, "sections" | "commitments" | "plan">, key: string): NamedSection | null {
  const vocabulary = plan.vocabulary === "activity" ? "activity" : "commitment";
  const section = sections.find((one) => one.key === key);
  if (section) return { key, kind: section.kind, title: section.heading, number: null, slug: null, vocabulary };
  const commitment = commitments.find(({ id }) => id === commitmentOf(key));
  return commitment ? { key, kind: "commitment", title: commitment.title, number: commitment.number, slug: commitment.slug, vocabulary } : null;
}

/** A comment that a moderator hid after the version was frozen, and the coded reason. */
export interface HiddenSince {
  id: string;
  code: string;
}

/**
 * A report as its page shows it when some of its comments have been hidden since: they are counted among those not shown, by
 * reason, as the next version will count them. What was frozen is not touched.
 */
export function withoutHidden(snapshot: Snapshot, hidden: readonly HiddenSince[]): Snapshot {
  const { comments } = snapshot;
  const since = hidden.filter(({ id }) => comments?.published.some((comment) => comment.id === id));
  if (!comments || since.length === 0) return snapshot;
  const codes = [...new Set([...comments.refused.map(({ code }) => code), ...since.map(({ code }) => code)])].sort();
  const refused = codes.map((code) => ({ code, count: (comments.refused.find((row) => row.code === code)?.count ?? 0) + since.filter((one) => one.code === code).length }));
  return { ...snapshot, comments: { published: comments.published.filter(({ id }) => !since.some((one) => one.id === id)), refused } };
}

/** The judgement that counts in the summary: the Secretariat's. An independent one stands beside it and is not mixed in. */
export function secretariatAssessment<A extends { voice: string }>(assessments: readonly A[]): A | null {
  return assessments.find(({ voice }) => voice === "secretariat") ?? null;
}

type ByLanguage = { [L in Locale]?: unknown };

/** What counts of a commitment or milestone: what its agency said, and how it was judged. */
interface Counted {
  update: { progress: Progress } | null;
  assessments: readonly { voice: string; grade: { code: string } | null }[];
}

/** Counts by each axis on its own; nothing is derived from one for the other. */
export function tallyOf(subjects: readonly Counted[], scale: readonly SnapshotGrade[]): SnapshotTally {
  const grades = subjects.map(({ assessments }) => secretariatAssessment(assessments)?.grade?.code ?? null);
  const count = <T>(items: T[], wanted: T) => items.filter((item) => item === wanted).length;
  const progress = subjects.map(({ update }) => update?.progress ?? null);
  return {
    total: subjects.length,
    progress: progressStatuses.map((status) => ({ status, count: count(progress, status) })),
    notReported: count(progress, null),
    fulfilment: scale.map(({ code, label, rank }) => ({ code, label, rank, count: count(grades, code) })),
    notAssessed: count(grades, null),
  };
}

/** A commitment or milestone of which something is not there. */
export interface Missing {
  kind: "commitment" | "milestone";
  id: string;
  number: string;
  /** The commitment's number, to tell milestones apart. */
  commitmentNumber: string;
  notReported: boolean;
  notAssessed: boolean;
}

interface NumberedSubject extends Counted {
  id: string;
  number: string;
  milestones: readonly NumberedSubject[];
}

/** What the report will show as "not reported" and "not assessed", in reading order. */
export function whatIsMissing(snapshot: { commitments: readonly NumberedSubject[] }): Missing[] {
  return snapshot.commitments
    .flatMap((commitment) => [
      missingOf("commitment", commitment, commitment.number),
      ...flatMilestones(commitment.milestones).map(({ milestone }) => missingOf("milestone", milestone, commitment.number)),
    ])
    .filter(({ notReported, notAssessed }) => notReported || notAssessed);
}

function missingOf(kind: Missing["kind"], subject: Counted & Pick<NumberedSubject, "id" | "number">, commitmentNumber: string): Missing {
  const { id, number } = subject;
  return { kind, id, number, commitmentNumber, notReported: subject.update === null, notAssessed: secretariatAssessment(subject.assessments) === null };
}

/** What the report itself says in one language but not in all: "title", or the keys of sections and of commitments' narratives. */
export function inOneLanguage({ report, sections, commitments }: Pick<Snapshot, "report" | "sections" | "commitments">): string[] {
  const texts: [string, ByLanguage | null][] = [
    ["title", report.title], ...sections.flatMap(({ key, heading, body }): [string, ByLanguage | null][] => [[key, heading], [key, body]]),
    ...commitments.map(({ id, narrative }): [string, ByLanguage | null] => [`commitment:${id}`, narrative]),
  ];
  return [...new Set(texts.filter(([, text]) => text && locales.some((locale) => !text[locale])).map(([key]) => key))];
}

/** True of an event of the period that was still to come on the day of publication. */
export function wasAnnounced({ startsOn, cancelled }: Pick<SnapshotEvent, "startsOn" | "cancelled">, publishedAt: string): boolean {
  return !cancelled && startsOn > dayOf(new Date(publishedAt));
}
