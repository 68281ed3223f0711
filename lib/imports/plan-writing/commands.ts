import type { Actor } from "#lib/record/actors/schema.ts";
import type { PlanEditInput } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { addOrganisationsOfPlan } from "#lib/organisations/commands.ts";
import { comparePlanFile, type ComparedPlan, type Comparison } from "#lib/imports/plan-differences/queries.ts";
import type { OrganisationMatch } from "#lib/imports/plan-entries/schema.ts";
import type { PlanFile } from "#lib/imports/plan-files/schema.ts";
import { amendPlan, applyEdits } from "#lib/editing/plan-edits/commands.ts";
import { createPlan } from "#lib/plans/commands.ts";
import { inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";

export interface PlanToWrite extends Comparison {
  /** As `planFileSchema` gives it. What happened in periods is not written. */
  file: PlanFile;
  /** The plan as it was compared with; CONFLICT when it has changed since. Undefined: whatever it is. */
  revision?: number | undefined;
  /** Why an adopted plan changes, and by which act. */
  amendment?: { reason: Localized; legalActId: string | null } | undefined;
}

export interface WrittenPlan {
  planId: string;
  added: number;
  changed: number;
  removed: number;
  /** How many organisations were new. */
  organisations: number;
  /** Number of the amendment that was made. */
  amendment: number | null;
}

/** Thousands of entries, with a row for each change of an adopted plan. */
const timeoutMs = 300_000;

type Progress = (done: number, total: number) => void;

/**
 * Makes a plan what a checked plan file says: all of it in one transaction, or nothing. Throws NOT_FOUND for another
 * Secretariat's plan, CONFLICT (revision), ALREADY_EXISTS (address of a new plan), REASON_REQUIRED for an adopted plan,
 * and whatever `applyEdits` finds in a file that was not checked.
 */
export async function writePlanFile(actor: Actor, { file, revision, amendment, ...comparison }: PlanToWrite, now: Date, progress?: Progress): Promise<WrittenPlan> {
  return inTransaction(async () => {
    const compared = await comparePlanFile(file, comparison);
    const { content } = compared;
    if (comparison.planId && !content) throw new DomainError("NOT_FOUND");
    if (content && revision !== undefined && content.plan.revision !== revision) throw new DomainError("CONFLICT");
    const organisations = await addOrganisationsOfPlan(actor, newOrganisations(compared.organisations), now);
    const plan = content?.plan ?? { id: await beginPlan(actor, compared, now), status: "draft" };
    const edits = compared.all.map(({ edit }) => edit);
    // Not held yet: who changes it between the reading and the writing makes this a CONFLICT, too.
    return { planId: plan.id, organisations, ...(await writeEdits(actor, { plan, planRevision: content?.plan.revision, edits, amendment }, now, progress)) };
  }, timeoutMs);
}

function newOrganisations(matches: readonly OrganisationMatch[]) {
  return matches.filter(({ known }) => !known).map(({ id, key, name, kind, municipality }) => ({ id, slug: key, name, kindCode: kind, municipalitySlug: municipality }));
}

async function beginPlan(actor: Actor, { file, entries, organisations }: ComparedPlan, now: Date): Promise<string> {
  const { slug, secretariat, municipality: municipalitySlug } = file.plan;
  const secretariatId = organisations.find(({ key }) => key === secretariat)?.id ?? "";
  return (await createPlan(actor, { ...entries.plan, slug, secretariatId, municipalitySlug }, now)).id;
}

interface ToWrite {
  plan: { id: string; status: string };
  /** Of the plan that the edits were made for; undefined: it is new. */
  planRevision: number | undefined;
  edits: PlanEditInput[];
  amendment: PlanToWrite["amendment"];
}

async function writeEdits(actor: Actor, { plan: { id: planId, status }, planRevision, edits, amendment }: ToWrite, now: Date, progress?: Progress) {
  const options = progress && { progress };
  if (edits.length === 0) return { added: 0, changed: 0, removed: 0, amendment: null };
  if (status !== "adopted") {
    const { added, changed, removed } = await applyEdits(actor, { planId, planRevision, edits }, now, options);
    return { added, changed, removed, amendment: null };
  }
  if (!amendment) throw new DomainError("REASON_REQUIRED");
  const { added, changed, removed, number } = await amendPlan(actor, { planId, planRevision, edits, ...amendment }, now, options);
  return { added, changed, removed, amendment: number };
}
