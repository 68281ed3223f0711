import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { PlanStatus } from "#lib/record/drafting/rules.ts";
import { planEntities } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { Term } from "#lib/record/terms/schema.ts";

/** A plan in the list of those whose Secretariat one works for. */
export interface PlanInHand {
  id: string;
  slug: string;
  title: Localized;
  status: PlanStatus;
  vocabulary: string;
  term: Term;
  consultationEndsOn: string | null;
  /** Those that are not removed. */
  commitments: number;
  /** When anything of what it promises was last changed; null: not since it came here. */
  changedAt: Date | null;
  /** The amendment in preparation: how many things it changes. */
  amendment: { changes: number; savedAt: Date } | null;
}

const order: readonly PlanStatus[] = ["draft", "in_consultation", "adopted", "closed"];

/** The plans of the actor's Secretariats, those in preparation first. */
export async function listPlansInHand(actor: Actor): Promise<PlanInHand[]> {
  const rows = await db().plan.findMany({
    where: { secretariatId: { in: organisationsOf(actor, "secretariat") } },
    select: {
      id: true, slug: true, title: true, status: true, vocabulary: true, startsOn: true, endsOn: true, consultationEndsOn: true,
      _count: { select: { commitments: { where: { removedAt: null } } } },
      amendments: { where: { status: "draft" }, select: { edits: true, savedAt: true } },
    },
    orderBy: [{ startsOn: "desc" }, { slug: "asc" }],
  });
  const changes = await db().auditEvent.groupBy({ by: ["planId"], where: { planId: { in: rows.map(({ id }) => id) }, entity: { in: [...planEntities] } }, _max: { at: true } });
  const changedAt = new Map(changes.map(({ planId, _max }) => [planId, _max.at]));
  const plans = rows.map(({ id, slug, vocabulary, startsOn, endsOn, consultationEndsOn, _count, amendments: [draft], ...row }): PlanInHand => ({
    id, slug, vocabulary, consultationEndsOn, title: row.title as Localized, status: row.status as PlanStatus, term: { startsOn, endsOn }, commitments: _count.commitments,
    changedAt: changedAt.get(id) ?? null,
    amendment: draft && Array.isArray(draft.edits) && draft.edits.length > 0 ? { changes: draft.edits.length, savedAt: draft.savedAt } : null,
  }));
  return plans.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** What the forms of the editor choose from. */
export interface EditingChoices {
  organisations: { id: string; name: Localized }[];
  organisationKinds: { code: string; label: Localized }[];
  thematicAreas: { code: string; label: Localized }[];
  sdgs: { number: number; label: Localized }[];
  fundingSources: { code: string; label: Localized }[];
  scales: { code: string; label: Localized }[];
}

/** Every organisation and every list; all of it is public. */
export async function listEditingChoices(): Promise<EditingChoices> {
  const orderBy: [{ position: "asc" }, { code: "asc" }] = [{ position: "asc" }, { code: "asc" }];
  const [organisations, kinds, areas, sdgs, sources, scales] = await Promise.all([
    db().organisation.findMany({ select: { id: true, name: true }, orderBy: { slug: "asc" } }),
    db().organisationKind.findMany({ orderBy }),
    db().thematicArea.findMany({ orderBy }),
    db().sdg.findMany({ orderBy: { number: "asc" } }),
    db().fundingSource.findMany({ orderBy }),
    db().fulfilmentScale.findMany({ orderBy: { code: "asc" } }),
  ]);
  const labelled = ({ code, label }: { code: string; label: unknown }) => ({ code, label: label as Localized });
  return {
    organisations: organisations.map(({ id, name }) => ({ id, name: name as Localized })),
    organisationKinds: kinds.map(labelled), thematicAreas: areas.map(labelled), fundingSources: sources.map(labelled), scales: scales.map(labelled),
    sdgs: sdgs.map(({ number, label }) => ({ number, label: label as Localized })),
  };
}
