import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";

/** Entries under the commitment, or the plan, that they belong to. */
export interface Group {
  /** Null: on no single plan. */
  heading: string | null;
  entries: FeedEntry[];
}

/** Lines in one mail; everything is on the pages that it leads to. */
export const linesShown = 40;

const said = (text: Localized | null, locale: Locale): string => localize(text, locale)?.text ?? "";

function headingOf({ plan, commitment }: FeedEntry, locale: Locale): string | null {
  if (!plan) return null;
  const title = said(plan.title, locale) || plan.slug;
  return commitment ? `${title}\n${[commitment.number, said(commitment.title, locale)].filter(Boolean).join(". ")}` : title;
}

/** Entries of a mail gathered: what is on whole plans first, then their commitments, in the order of what is newest. */
export function groupsOf(entries: readonly FeedEntry[], locale: Locale): Group[] {
  const groups = [...Map.groupBy(entries, (entry) => headingOf(entry, locale))].map(([heading, own]) => ({ heading, entries: own }));
  const plans = [...new Set(entries.map(({ plan }) => plan?.slug ?? ""))];
  const orderOf = ({ entries: [first] }: Group): number => plans.indexOf(first?.plan?.slug ?? "") * 2 + (first?.commitment ? 1 : 0);
  return groups.sort((a, b) => orderOf(a) - orderOf(b));
}

/** The beginning of a text on one line. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed().trimEnd()}…` : line;
}
