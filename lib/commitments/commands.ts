import type { z } from "zod";
import type { Actor } from "#lib/actors/schema.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { createLines, holdDraft, requireKnown, textOrNull, type CreatedLines } from "#lib/drafting/commands.ts";
import { requireOrderedTerm } from "#lib/drafting/rules.ts";
import { compact } from "#lib/localized/schema.ts";
import { db, inTransaction, isUniqueViolation } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { createCommitmentSchema, type CreateCommitmentInput } from "./schema.ts";

async function requireListed(thematicAreas: string[], sdgs: number[]): Promise<void> {
  const areas = await db().thematicArea.count({ where: { code: { in: thematicAreas } } });
  if (areas !== new Set(thematicAreas).size) throw new DomainError("INVALID_INPUT", { thematicAreas: "unknownChoice" });
  const goals = await db().sdg.count({ where: { number: { in: sdgs } } });
  if (goals !== new Set(sdgs).size) throw new DomainError("INVALID_INPUT", { sdgs: "unknownChoice" });
}

/** Says which of number and slug is taken; the unique indexes decide when two write at once. */
async function requireFree({ planId, partId, number, slug }: Stated): Promise<void> {
  const taken = await db().commitment.findFirst({ where: { planId, OR: [{ slug }, { partId, number }] }, select: { slug: true } });
  if (taken) throw new DomainError("ALREADY_EXISTS", { [taken.slug === slug ? "slug" : "number"]: "duplicate" });
}

type Stated = Pick<z.output<typeof createCommitmentSchema>, "planId" | "partId" | "number" | "slug" | "title" | "description" | "expectedOutcome" | "plainSummary" | "startsOn" | "endsOn" | "leadOrganisationId" | "sourceNote">;

function rowOf({ planId, partId, leadOrganisationId, title, description, expectedOutcome, plainSummary, sourceNote, ...own }: Stated) {
  return {
    ...own,
    plan: { connect: { id: planId } },
    leadOrganisation: { connect: { id: leadOrganisationId } },
    ...(partId ? { part: { connect: { id: partId } } } : {}),
    title: textOrNull(title),
    description: textOrNull(description),
    expectedOutcome: textOrNull(expectedOutcome),
    plainSummary: textOrNull(plainSummary),
    sourceNote: textOrNull(sourceNote),
  };
}

/**
 * Adds a commitment to a plan that is still being written, after those that are there. Throws NOT_FOUND,
 * PLAN_ADOPTED, ALREADY_EXISTS (number in its part, slug in the plan), INVALID_INPUT, ZodError.
 */
export async function createCommitment(actor: Actor, input: CreateCommitmentInput, now: Date): Promise<CreatedLines & { id: string }> {
  const { partnerships, indicators, sources, budgetLines, thematicAreas, sdgs, ...commitment } = createCommitmentSchema.parse(input);
  requireOrderedTerm(commitment);
  return inTransaction(async (tx) => {
    const { planId, partId, number, slug } = commitment;
    await holdDraft(actor, planId);
    await requireListed(thematicAreas, sdgs);
    await requireKnown(commitment.leadOrganisationId, { partnerships, indicators, sources, budgetLines });
    const parts = partId ? await tx.planPart.count({ where: { id: partId, planId } }) : 1;
    if (parts === 0) throw new DomainError("INVALID_INPUT", { partId: "unknownChoice" });
    await requireFree(commitment);
    const listed = { thematicAreas: { connect: thematicAreas.map((code) => ({ code })) }, sdgs: { connect: sdgs.map((goal) => ({ number: goal })) } };
    const position = await tx.commitment.count({ where: { planId } });
    const { id } = await tx.commitment.create({ data: { ...rowOf(commitment), ...listed, position, createdAt: now }, select: { id: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { number: "duplicate" }) : error;
    });
    const lines = await createLines({ commitmentId: id }, { partnerships, indicators, sources, budgetLines });
    await recordAudit(actor, { action: "commitment.created", entity: "commitment", entityId: id, planId, after: { number, slug, title: compact(commitment.title) } }, now);
    return { id, ...lines };
  });
}
