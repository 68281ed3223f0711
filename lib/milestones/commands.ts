import type { Actor } from "#lib/actors/schema.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { createLines, holdDraft, requireKnown, textOrNull, type CreatedLines } from "#lib/drafting/commands.ts";
import { requireOrderedTerm } from "#lib/drafting/rules.ts";
import { compact } from "#lib/localized/schema.ts";
import { inTransaction, isUniqueViolation } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { createMilestoneSchema, type CreateMilestoneInput } from "./schema.ts";

/**
 * Adds a milestone to a commitment of a plan that is still being written, after those that are there. Throws NOT_FOUND,
 * PLAN_ADOPTED, ALREADY_EXISTS (number), INVALID_INPUT (term; a parent of another commitment), ZodError.
 */
export async function createMilestone(actor: Actor, input: CreateMilestoneInput, now: Date): Promise<CreatedLines & { id: string }> {
  const { partnerships, indicators, sources, budgetLines, ...milestone } = createMilestoneSchema.parse(input);
  requireOrderedTerm(milestone);
  return inTransaction(async (tx) => {
    const commitment = await tx.commitment.findUnique({ where: { id: milestone.commitmentId }, select: { planId: true } });
    if (!commitment) throw new DomainError("NOT_FOUND");
    const { planId } = commitment;
    await holdDraft(actor, planId);
    await requireKnown(milestone.leadOrganisationId, { partnerships, indicators, sources, budgetLines });
    const { commitmentId, parentId, number, title } = milestone;
    const parents = parentId ? await tx.milestone.count({ where: { id: parentId, commitmentId } }) : 1;
    if (parents === 0) throw new DomainError("INVALID_INPUT", { parentId: "unknownChoice" });
    const position = await tx.milestone.count({ where: { commitmentId } });
    const data = { ...milestone, title: compact(title) ?? {}, description: textOrNull(milestone.description), position };
    const { id } = await tx.milestone.create({ data, select: { id: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { number: "duplicate" }) : error;
    });
    const lines = await createLines({ milestoneId: id }, { partnerships, indicators, sources, budgetLines });
    await recordAudit(actor, { action: "milestone.created", entity: "milestone", entityId: id, planId, after: { number, title: data.title } }, now);
    return { id, ...lines };
  });
}
