import { notFound } from "next/navigation";
import { requireActor } from "#lib/accounts/queries.ts";
import { getAssessmentForm, listAssessors, type AssessmentForm } from "#lib/assessments/queries.ts";
import { chosenAssessor } from "#lib/assessments/rules.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

export interface AssessedPageProps {
  params: Promise<{ periodId: string; subjectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the form and its confirmation show, in the name that the address gives. */
export async function assessed({ params, searchParams }: AssessedPageProps): Promise<AssessmentForm> {
  const actor = await requireActor();
  const [{ periodId, subjectId }, { as }] = [await params, await searchParams];
  const chosen = chosenAssessor(await listAssessors(actor), as);
  if (!chosen) notFound();
  return orNotFound(getAssessmentForm(actor, chosen.assessor, periodId, subjectId));
}
