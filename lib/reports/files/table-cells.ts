import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import { flatMilestones } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotCommitment, SnapshotEvidence, SnapshotIrmGrade, SnapshotMilestone } from "#lib/reports/snapshots/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** What a cell holds; null: not stated. */
export type DataCell = string | number | null;
export type DataRow = Record<string, DataCell>;

/** One table of a report's data: a row an entry, columns by their keys (`report-tables.columns.<key>`). */
export interface DataTable {
  /** `report-tables.sheets.<name>` */
  name: string;
  columns: readonly string[];
  rows: DataRow[];
}

/** What tables are told in: the words of one language. */
export interface Telling {
  say: Say;
  locale: Locale;
}

/** A text in the reader's language, else in the other one. */
export function textIn({ locale }: Pick<Telling, "locale">, value: Localized | null | undefined): string | null {
  return localize(value, locale)?.text ?? null;
}

/** Several texts in one cell, separated as the cells of plans are. */
export function textsIn(telling: Telling, values: readonly Localized[]): string | null {
  return values.map((value) => textIn(telling, value)).filter(Boolean).join("; ") || null;
}

/** The calendar day in Tbilisi of a moment, `2020-12-31`: sorts, and no spreadsheet shifts it. */
export function dayIn(instant: string | null | undefined): string | null {
  return instant ? dayOf(new Date(instant)) : null;
}

/** A number for a cell; what a spreadsheet would round stays a text with all its digits. */
export function numberIn(decimal: string | null | undefined): DataCell {
  if (decimal === null || decimal === undefined) return null;
  const digits = decimal.replace(/[-.]/g, "").replace(/^0+/, "").length;
  return digits > 15 ? decimal : Number(decimal);
}

export function yesNo({ say }: Telling, value: boolean): string {
  return say(`report-tables.${value ? "yes" : "no"}`);
}

export function irmIn(telling: Telling, grade: SnapshotIrmGrade | null): string | null {
  return textIn(telling, grade?.label);
}

/** A commitment, or one of its milestones, where it stands in the plan. */
export interface Place {
  commitment: SnapshotCommitment;
  milestone: SnapshotMilestone | null;
  /** The milestone that this one belongs to. */
  parent: SnapshotMilestone | null;
}

/** Every commitment with its milestones of any depth after it, in reading order. */
export function placesOf({ commitments }: Pick<Snapshot, "commitments">): Place[] {
  return commitments.flatMap((commitment) => {
    const flat = flatMilestones(commitment.milestones);
    const parentOf = (milestone: SnapshotMilestone) => flat.find((other) => other.milestone.milestones.includes(milestone))?.milestone ?? null;
    return [{ commitment, milestone: null, parent: null }, ...flat.map(({ milestone }) => ({ commitment, milestone, parent: parentOf(milestone) }))];
  });
}

/** The part of the plan as its rows name it: "II. Title". */
export function partIn(telling: Telling, { parts }: Pick<Snapshot, "parts">, id: string | null): string | null {
  const part = parts.find((other) => other.id === id);
  return part ? [part.number, textIn(telling, part.title)].filter(Boolean).join(". ") : null;
}

/** The columns by which a row says where it belongs; numbers alone may begin again in each part. */
export const placeColumns = ["commitmentKey", "commitment", "milestone"] as const;

export function placeCells({ commitment, milestone }: Place): DataRow {
  return { commitmentKey: commitment.slug, commitment: commitment.number, milestone: milestone?.number ?? null };
}

export const evidenceColumns = ["evidenceKind", "title", "url", "fileName", "mediaType", "size", "sha256"] as const;

export function evidenceCells(telling: Telling, { kind, title, url, fileName, mediaType, size, sha256 }: SnapshotEvidence): DataRow {
  return { evidenceKind: telling.say(`status.evidenceKind.${kind}`), title: textIn(telling, title), url, fileName, mediaType, size, sha256 };
}
