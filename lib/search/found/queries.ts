import { commitmentLine, commitmentLineSelect, type CommitmentLine } from "#lib/plans/lines/queries.ts";
import type { Locale, Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { findGroups } from "#lib/search/groups/queries.ts";
import { findKnownWords } from "#lib/record/search-words/queries.ts";
import { askedWords, type AskedWord } from "#lib/record/search-words/rules.ts";
import { findCommitments, type FacetCounts } from "#lib/search/queries.ts";
import { asTsquery } from "#lib/search/rules.ts";
import { isNarrowed, type Count, type Hit, type Search, type SearchKind } from "#lib/search/schema.ts";
import { placesIn, type FoundPlace } from "./rules.ts";

export interface Found {
  /** The keys by which things were found: what is highlighted. */
  keys: string[];
  /** How the words were taken: as typed, as words spelled alike, or some of them only. */
  taken: "typed" | "alike" | "any";
  counts: Record<SearchKind, Count>;
  hits: Hit[];
  facets: FacetCounts;
}

/** What answers a question in public, the best first; null when nothing is asked. */
export async function findPublic(search: Search, now: Date): Promise<Found | null> {
  const asked = askedWords(search.question);
  if (asked.length === 0) return search.question === "" && (isNarrowed(search) || search.kind) ? attempt(search, [], "typed", now) : null;
  const known = await findKnownWords(asked);
  const words = known.map(({ word }) => word);
  const typed = await attempt(search, words, "typed", now);
  if (total(typed) > 0) return typed;
  const corrected = known.map(({ word, alike }) => (alike.length > 0 ? { typed: word.typed, keys: alike } : word));
  if (known.some(({ alike }) => alike.length > 0)) {
    const alike = await attempt(search, corrected, "alike", now);
    if (total(alike) > 0) return alike;
  }
  return words.length > 1 ? attempt(search, corrected, "any", now) : typed;
}

const total = ({ counts }: Found) => Object.values(counts).reduce((sum, { count }) => sum + count, 0);

async function attempt(search: Search, words: readonly AskedWord[], taken: Found["taken"], now: Date): Promise<Found> {
  const query = words.length > 0 ? asTsquery(words, taken === "any" ? "any" : "all") : null;
  const [commitments, groups] = await Promise.all([findCommitments(search, query, now), findGroups(search, query, now)]);
  return { keys: words.flatMap(({ keys }) => keys), taken, counts: { commitment: commitments.count, ...groups.counts }, hits: [...commitments.hits, ...groups.hits], facets: commitments.facets };
}

/** A commitment that was found: where it stands, and what in it was looked for. */
export interface FoundCommitment {
  id: string;
  line: CommitmentLine;
  plan: { slug: string; title: Localized; vocabulary: string; status: string };
  places: FoundPlace[];
}

const accepted = { where: { status: "accepted" }, orderBy: { acceptedAt: "desc" }, select: { result: true } } as const satisfies Prisma.Commitment$updatesArgs;

/** The commitments among what was found, in its order, in two statements. */
export async function listFoundCommitments({ hits, keys }: Pick<Found, "hits" | "keys">, locale: Locale, now: Date): Promise<FoundCommitment[]> {
  const ids = hits.filter(({ kind }) => kind === "commitment").map(({ id }) => id);
  if (ids.length === 0) return [];
  const [lines, texts] = await Promise.all([
    db().commitment.findMany({ relationLoadStrategy: "join", where: { id: { in: ids } }, select: { id: true, plan: { select: { slug: true, title: true, vocabulary: true, status: true } }, ...commitmentLineSelect } }),
    db().commitment.findMany({
      relationLoadStrategy: "join", where: { id: { in: ids } },
      select: {
        id: true, plainSummary: true, description: true, expectedOutcome: true, updates: { ...accepted, where: { ...accepted.where, milestoneId: null } },
        milestones: { where: { removedAt: null }, orderBy: { position: "asc" }, select: { number: true, title: true, description: true, updates: accepted } },
      },
    }),
  ]);
  return ids.flatMap((id) => {
    const [line, text] = [lines.find((row) => row.id === id), texts.find((row) => row.id === id)];
    if (!line || !text) return [];
    const plan = { ...line.plan, title: line.plan.title as Localized };
    return [{ id, plan, line: commitmentLine(line, plan.status, now), places: placesIn(text, keys, locale) }];
  });
}
