import { pickText } from "#components/ui/localized-text.tsx";
import type { ContentsItem } from "#components/layout/contents.tsx";
import type { Snapshot } from "#lib/snapshots/schema.ts";
import { anchorOf } from "./report-commitment.tsx";

/** What the sections without a title of their own are called. */
export interface ContentsWords {
  conclusions: string;
  summary: string;
  introduction: string;
  plan: string;
  commitments: string;
  untitled: (number: string) => string;
  comments?: string;
  versions?: string;
}

/** The contents of a report in the order of its document: its sections, the plan's parts, their commitments. */
export function contentsOf({ parts, commitments }: Snapshot, words: ContentsWords, locale: "ka" | "en"): ContentsItem[] {
  const linesOf = (partId: string | null): ContentsItem[] =>
    commitments
      .filter((commitment) => commitment.partId === partId)
      .map((commitment) => ({ href: `#${anchorOf(commitment)}`, code: commitment.number, label: pickText(commitment.title, locale)?.text ?? words.untitled(commitment.number), level: 2 }));
  const section = (id: string, label: string | undefined): ContentsItem[] => (label ? [{ href: `#${id}`, label }] : []);
  const loose = linesOf(null);
  return [
    ...section("conclusions", words.conclusions), ...section("summary", words.summary), ...section("introduction", words.introduction), ...section("plan", words.plan),
    ...(loose.length > 0 ? [...section("commitments", words.commitments), ...loose] : []),
    ...parts.flatMap((part) => [...section(`part-${part.id}`, pickText(part.title, locale)?.text), ...linesOf(part.id)]),
    ...section("comments", words.comments), ...section("versions", words.versions),
  ];
}
