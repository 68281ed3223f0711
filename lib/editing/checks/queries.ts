import type { PlanEdit } from "#lib/editing/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { Known } from "./rules.ts";

/** What {@link Known} asks of the record for these edits of a plan. */
export async function getKnown(planId: string, edits: readonly PlanEdit[]): Promise<Known> {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const codes = (rows: readonly { code: string }[]) => new Set(rows.map(({ code }) => code));
  const byCode = { select: { code: true } } as const;
  const byId = { select: { id: true } } as const;
  const moved = edits.flatMap((edit) => (edit.entity === "milestone" && edit.op === "change" && edit.place?.commitmentId ? [edit.id] : []));
  const acts = edits.flatMap((edit) => (edit.entity === "legal_act" && edit.op === "remove" ? [edit.id] : []));
  const goals = await db().sdg.findMany({ select: { number: true } });
  return {
    organisations: ids(await db().organisation.findMany({ where: { id: { in: organisationsOf(edits) } }, ...byId })),
    thematicAreas: codes(await db().thematicArea.findMany(byCode)),
    sdgs: new Set(goals.map(({ number }) => number)),
    fundingSources: codes(await db().fundingSource.findMany(byCode)),
    scales: codes(await db().fulfilmentScale.findMany(byCode)),
    reported: moved.length === 0 ? new Set() : ids(await db().milestone.findMany({ where: { commitment: { planId }, id: { in: moved }, OR: [{ updates: { some: {} } }, { assessments: { some: {} } }] }, ...byId })),
    actsInUse: acts.length === 0 ? new Set() : ids(await db().legalAct.findMany({ where: { id: { in: acts }, amendments: { some: {} } }, ...byId })),
    assessed: edits.some(({ entity }) => entity === "plan") && (await db().assessment.count({ where: { commitment: { planId } } })) > 0,
  };
}

function organisationsOf(edits: readonly PlanEdit[]): string[] {
  const named = edits.flatMap(({ fields }) => (fields && "leadOrganisationId" in fields ? [fields.leadOrganisationId, ...fields.partnerships.map(({ organisationId }) => organisationId)] : []));
  return [...new Set(named)];
}
