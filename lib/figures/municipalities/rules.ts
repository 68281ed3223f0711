import { formsOf } from "#lib/record/lists/rules.ts";
import { locales, type Localized } from "#lib/record/localized/schema.ts";
import { countProgress } from "#lib/plans/milestones/rules.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { MunicipalityStanding } from "./schema.ts";

/** What was typed to find a municipality: one line of at most 100 characters; "" for nothing. */
export function typedName(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).normalize("NFC").replace(/\s+/g, " ").trim().slice(0, 100);
}

const wordsOf = (text: string) => text.normalize("NFC").toLowerCase().split(/[^\p{L}\p{M}]+/u).filter(Boolean);

/** True when every word typed begins a word of its name or region, in either language and in the case that people use: „ზუგდიდი“, "zug", "Samegrelo". */
export function isCalled(typed: string, { name, region }: { name: Localized; region: Localized | null }): boolean {
  const there = locales.flatMap((locale) => wordsOf(`${name[locale] ?? ""} ${region?.[locale] ?? ""}`));
  return wordsOf(typed).every((word) => formsOf(word).some((form) => there.some((own) => own.startsWith(form))));
}

/** Commitments that are alike on both axes, as the database counts them. */
export interface StandingRow {
  progress: string | null;
  gradeId: string | null;
  label: unknown;
  rank: number | null;
  of: number;
  count: number;
  overdue: number;
}

/** Each axis counted by itself. */
export function standingFrom(rows: readonly StandingRow[]): MunicipalityStanding {
  const sum = (some: readonly StandingRow[], field: "count" | "overdue") => some.reduce((total, row) => total + row[field], 0);
  const progress = countProgress([]);
  for (const row of rows) progress[(row.progress as Progress | null) ?? "not_reported"] += row.count;
  const judged = [...Map.groupBy(rows.filter(({ gradeId }) => gradeId !== null), ({ gradeId }) => gradeId ?? "")];
  const grades = judged.map(([id, own]) => ({ id, label: own[0]?.label as Localized, rank: own[0]?.rank ?? 0, of: own[0]?.of ?? 0, count: sum(own, "count") }));
  return {
    total: sum(rows, "count"),
    overdue: sum(rows, "overdue"),
    progress,
    grades: grades.sort((a, b) => b.rank / b.of - a.rank / a.of || a.id.localeCompare(b.id)),
    notAssessed: sum(rows.filter(({ gradeId }) => gradeId === null), "count"),
  };
}
