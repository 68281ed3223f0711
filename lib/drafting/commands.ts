import type { Actor } from "#lib/actors/schema.ts";
import { compact, type Localized } from "#lib/localized/schema.ts";
import { db, jsonOrNull } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canDraft } from "./policy.ts";
import { requireDrafting } from "./rules.ts";
import type { Lines } from "./schema.ts";

type Subject = { commitmentId: string } | { milestoneId: string };

/** The ids of lines in the order in which they were given. */
export interface CreatedLines {
  indicatorIds: string[];
  sourceIds: string[];
}

/** Optional text for a nullable column: empty is "not stated". */
export function textOrNull(text: Localized | null) {
  return jsonOrNull(compact(text));
}

/**
 * Keeps the plan unadopted until the transaction under way ends, so that nothing is written into it while it is adopted.
 * Throws NOT_FOUND for another Secretariat's plan, PLAN_ADOPTED.
 */
export async function holdDraft(actor: Actor, planId: string): Promise<void> {
  const [plan] = await db().$queryRaw<{ secretariatId: string; status: string }[]>`SELECT "secretariatId", "status" FROM "Plan" WHERE "id" = ${planId}::uuid FOR SHARE`;
  if (!plan || !canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  requireDrafting(plan);
}

/** Throws INVALID_INPUT with the fields that name an organisation or funding source that the record lacks, or one twice. */
export async function requireKnown(leadOrganisationId: string, lines: Lines): Promise<void> {
  const ids = [leadOrganisationId, ...lines.partnerships.map(({ organisationId }) => organisationId)];
  const known = new Set((await db().organisation.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id));
  const codes = lines.budgetLines.map(({ fundingSourceCode }) => fundingSourceCode);
  const sources = new Set((await db().fundingSource.findMany({ select: { code: true } })).map(({ code }) => code));
  const organisations = ids.map((id, index) => [
    index === 0 ? "leadOrganisationId" : `partnerships.${index - 1}.organisationId`,
    !known.has(id) ? "unknownChoice" : ids.indexOf(id) < index ? "duplicate" : null,
  ]);
  const budget = codes.map((code, index) => [`budgetLines.${index}.fundingSourceCode`, code === null || sources.has(code) ? null : "unknownChoice"]);
  const wrong = [...organisations, ...budget].filter((entry): entry is [string, string] => entry[1] !== null);
  if (wrong.length > 0) throw new DomainError("INVALID_INPUT", Object.fromEntries(wrong));
}

/** Writes what stands under a commitment or milestone, in the transaction under way. */
export async function createLines(subject: Subject, lines: Lines): Promise<CreatedLines> {
  const own = <T>(line: T, position: number) => ({ ...line, ...subject, position });
  const indicators = lines.indicators.map((line) => ({ ...line, text: compact(line.text) ?? {}, unit: textOrNull(line.unit) }));
  const sources = lines.sources.map((line) => ({ text: compact(line.text) ?? {} }));
  const budget = lines.budgetLines.map((line) => ({ ...line, statedText: textOrNull(line.statedText) }));
  await db().partnership.createMany({ data: lines.partnerships.map(own) });
  await db().budgetLine.createMany({ data: budget.map(own) });
  const byId = { select: { id: true } } as const;
  const madeIndicators = await db().indicator.createManyAndReturn({ data: indicators.map(own), ...byId });
  const madeSources = await db().verificationSource.createManyAndReturn({ data: sources.map(own), ...byId });
  return { indicatorIds: madeIndicators.map(({ id }) => id), sourceIds: madeSources.map(({ id }) => id) };
}
