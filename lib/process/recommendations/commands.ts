import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { compact, localize, type Localized } from "#lib/record/localized/schema.ts";
import { tellMembers } from "#lib/accounts/members/commands.ts";
import { db, inTransaction, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { canAnswerRecommendation, canOpenRecommendation } from "#lib/process/policy.ts";
import type { RecommendationState } from "#lib/process/schema.ts";
import { refusalsOfFulfilment, requireRecommendationStep } from "./rules.ts";
import type { FulfilInput, RespondInput } from "./schema.ts";

/** What the next step of the same recommendation has to name. */
export interface SavedRecommendation {
  id: string;
  version: number;
}

const standing = {
  id: true, version: true, addresseeId: true, respondedAt: true, fulfilledOn: true,
  event: { select: { id: true, status: true, secretariatId: true, planId: true } },
} as const;

/** The recommendation in the version that was opened, when the actor may take the step. */
async function loadFor(actor: Actor, { recommendationId, version }: { recommendationId: string; version: number }, to: RecommendationState) {
  const row = await db().recommendation.findUnique({ where: { id: recommendationId }, select: standing });
  if (!row || !canOpenRecommendation(actor, row)) throw new DomainError("NOT_FOUND");
  if (!canAnswerRecommendation(actor, row)) throw new DomainError("FORBIDDEN");
  requireRecommendationStep(row, to);
  if (row.version !== version) throw new DomainError("CONFLICT");
  return row;
}

/** Exactly the version that was opened, while its event stands; else CONFLICT. */
async function move({ id, version }: SavedRecommendation, respondedAt: { not: null } | null, data: Prisma.RecommendationUncheckedUpdateManyInput): Promise<SavedRecommendation> {
  const { count } = await db().recommendation.updateMany({
    where: { id, version, respondedAt, fulfilledOn: null, event: { status: "published" } }, data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id, version: version + 1 };
}

/**
 * Gives the one reasoned response, which is public at once and stays as it is. Throws NOT_FOUND, FORBIDDEN for the Secretariat
 * that recorded it and is not asked itself, TRANSITION_NOT_ALLOWED when it is answered already, CONFLICT.
 */
export async function respondToRecommendation(actor: Actor, input: RespondInput, now: Date): Promise<SavedRecommendation> {
  return inTransaction(async () => {
    const row = await loadFor(actor, input, "answered");
    const said = { disposition: input.disposition, response: compact(input.text) ?? {} };
    const saved = await move(row, null, { ...said, respondedAt: now, respondedBy: actor.name });
    await recordAudit(actor, { action: "recommendation.answered", entity: "recommendation", entityId: row.id, planId: row.event.planId, after: said }, now);
    return saved;
  });
}

/**
 * Says that a recommendation is fulfilled: the day, what was done, and at least one piece of evidence, all public at once.
 * Throws NOT_FOUND, FORBIDDEN, TRANSITION_NOT_ALLOWED before it is answered or when it is fulfilled already, INVALID_INPUT
 * without evidence or for a day to come, CONFLICT.
 */
export async function fulfilRecommendation(actor: Actor, input: FulfilInput, now: Date): Promise<SavedRecommendation> {
  return inTransaction(async () => {
    const row = await loadFor(actor, input, "fulfilled");
    const refusals = refusalsOfFulfilment(input, now);
    if (Object.keys(refusals).length > 0) throw new DomainError("INVALID_INPUT", refusals);
    // Before it is fulfilled: from then on, the database keeps its evidence as it is.
    const pieces = input.evidence.map((piece) => ({ ...piece, verificationSourceId: null }));
    await attachEvidence(actor, { target: { recommendationId: row.id }, organisationId: row.addresseeId, sourceIds: [] }, pieces, now);
    const said = { fulfilledOn: input.fulfilledOn, fulfilment: compact(input.text) ?? {} };
    const saved = await move(row, { not: null }, { ...said, fulfilledBy: actor.name });
    await recordAudit(actor, { action: "recommendation.fulfilled", entity: "recommendation", entityId: row.id, planId: row.event.planId, after: said }, now);
    return saved;
  });
}

/** A recommendation as the mail to its addressee says it. */
interface Asked {
  id: string;
  text: Localized;
  addresseeId: string;
  dueOn: string | null;
}

/**
 * Mails each addressee's coordinators, in their language, what an event asks of them, in the transaction that publishes it;
 * where the Secretariat asks itself, its own people.
 */
export async function tellAddressees(event: { secretariatId: string }, { title }: { title: Localized }, asked: readonly Asked[], now: Date): Promise<void> {
  if (asked.length === 0) return;
  const secretariat = await db().organisation.findUniqueOrThrow({ where: { id: event.secretariatId }, select: { name: true } });
  for (const addresseeId of new Set(asked.map((one) => one.addresseeId))) {
    const own = asked.filter((one) => one.addresseeId === addresseeId);
    await tellMembers(addresseeId === event.secretariatId ? "secretariat" : "coordinator", addresseeId, (locale, say) => {
      const said = (text: unknown) => localize(text as Localized, locale)?.text ?? "";
      const list = own.map(({ id, text, dueOn }) => say("process.mail.one", {
        text: said(text), due: dueOn ? formatPartialDate(dueOn, locale) : "none", link: publicUrl(`/${locale}/workspace/process/recommendations/${id}`),
      }));
      const values = { event: said(title), secretariat: said(secretariat.name), count: own.length };
      return { kind: "recommendation.published", subject: say("process.mail.subject", values), body: say("process.mail.body", { ...values, list: list.join("\n\n") }) };
    }, now);
  }
}
