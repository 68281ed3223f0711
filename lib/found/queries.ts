import { commitmentLine, commitmentLineSelect, type CommitmentLine } from "#lib/lines/queries.ts";
import type { Locale, Localized } from "#lib/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Hit } from "#lib/search/queries.ts";
import { placesIn, type FoundPlace } from "./rules.ts";

/** A commitment that was found: where it stands, and what in it was looked for. */
export interface FoundCommitment {
  id: string;
  line: CommitmentLine;
  plan: { slug: string; title: Localized; vocabulary: string; status: string };
  places: FoundPlace[];
}

const accepted = { where: { status: "accepted" }, orderBy: { acceptedAt: "desc" }, select: { result: true } } as const satisfies Prisma.Commitment$updatesArgs;

/** The commitments among what was found, in its order, in two statements. */
export async function listFoundCommitments(hits: readonly Hit[], stems: readonly string[], locale: Locale, now: Date): Promise<FoundCommitment[]> {
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
    return [{ id, plan, line: commitmentLine(line, plan.status, now), places: placesIn(text, stems, locale) }];
  });
}
