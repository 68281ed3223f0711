import { statusAfter } from "#lib/record/life-cycles/rules.ts";
import { isBlank, type Localized } from "#lib/record/localized/schema.ts";
import { DomainError, type FieldErrors } from "#lib/platform/errors.ts";
import { assessorKey, irmAxes, type Assessor, type AssessmentStatus, type AssessmentVoice, type IrmAxis, type IrmCodes } from "./schema.ts";

/** The life of an assessment. A published one is never edited; a later one of the same period, subject and assessor supersedes it. */
export const assessmentTransitions = {
  save: { from: ["draft"], to: "draft" },
  publish: { from: ["draft"], to: "published" },
  supersede: { from: ["published"], to: "superseded" },
} as const satisfies Record<string, { from: readonly AssessmentStatus[]; to: AssessmentStatus }>;
export type AssessmentStep = keyof typeof assessmentTransitions;

/** The assessment's status after a step; throws TRANSITION_NOT_ALLOWED when it does not lead on from here. */
export const assessmentAfter = statusAfter<AssessmentStatus, AssessmentStep>(assessmentTransitions);

/** Throws INVALID_INPUT when the grade is not one of the plan's own scale. */
export function requireGradeOfScale(gradeId: string | null, scale: readonly { id: string }[]): void {
  if (gradeId && scale.every((grade) => grade.id !== gradeId)) throw new DomainError("INVALID_INPUT", { gradeId: "unknownChoice" });
}

/** What {@link IrmAxis} is called in the rows of the scales. */
const axisOfRows: Record<IrmAxis, string> = { completion: "completion", verifiable: "verifiable", potential: "potential", earlyResults: "early_results" };

/** The grades of one scale. */
export function gradesOfAxis<T extends { axis: string }>(grades: readonly T[], axis: IrmAxis): T[] {
  return grades.filter((grade) => grade.axis === axisOfRows[axis]);
}

/** Throws INVALID_INPUT when a code is not of its scale, or the Secretariat judges by IRM's scales at all: they are an independent monitor's. */
export function requireIrm(voice: AssessmentVoice, irm: IrmCodes, grades: readonly { axis: string; code: string }[]): void {
  const wrong = irmAxes.filter((axis) => irm[axis] !== null && (voice !== "independent" || gradesOfAxis(grades, axis).every(({ code }) => code !== irm[axis])));
  if (wrong.length) throw new DomainError("INVALID_INPUT", Object.fromEntries(wrong.map((axis) => [`irm.${axis}`, "unknownChoice"])));
}

/** What an assessor says, as far as publishing asks. */
interface Judged {
  gradeId: string | null;
  irm: IrmCodes;
  narrative: Localized | null;
}

/**
 * What is missing before it can be published, by field; empty when nothing is. To publish is to judge: the Secretariat by its
 * scale, an independent monitor by that or by IRM's completion, and a judgement that comes from outside gives its reasons.
 */
export function missingToPublish(voice: AssessmentVoice, { gradeId, irm, narrative }: Judged): FieldErrors {
  if (voice === "secretariat") return gradeId ? {} : { gradeId: "choiceRequired" };
  return {
    ...(gradeId || irm.completion ? {} : { gradeId: "judgementRequired" }),
    ...(isBlank(narrative) ? { narrative: "judgementReasonRequired" } : {}),
  };
}

/** Throws INVALID_INPUT with what {@link missingToPublish} names. */
export function requirePublishable(voice: AssessmentVoice, judged: Judged): void {
  const missing = missingToPublish(voice, judged);
  if (Object.keys(missing).length) throw new DomainError("INVALID_INPUT", missing);
}

/** Who leads a commitment or milestone, and who else works on it. */
interface Work {
  leadOrganisationId: string;
  partnerships: readonly { organisationId: string }[];
}

/** The organisations that have a hand in a commitment: its Secretariat, and who leads, is also responsible or a partner, of it or of one of its milestones. */
export function organisationsInvolved({ secretariatId }: { secretariatId: string }, commitment: Work & { milestones: readonly Work[] }): Set<string> {
  const works = [commitment, ...commitment.milestones];
  return new Set([secretariatId, ...works.flatMap((work) => [work.leadOrganisationId, ...work.partnerships.map(({ organisationId }) => organisationId)])]);
}

/** Throws INDEPENDENCE when an organisation would judge as independent what it has a hand in. */
export function requireIndependence({ voice, organisationId }: { voice: AssessmentVoice; organisationId: string }, involved: ReadonlySet<string>): void {
  if (voice === "independent" && involved.has(organisationId)) throw new DomainError("INDEPENDENCE");
}

/** Throws when there is nothing to assess yet: the plan is not adopted, or the period has not begun. */
export function requireAssessable(plan: { status: string }, period: { status: string }): void {
  if (plan.status !== "adopted" && plan.status !== "closed") throw new DomainError("PLAN_NOT_ADOPTED");
  if (period.status === "upcoming") throw new DomainError("PERIOD_NOT_OPEN");
}

/** The choice that an address names; without a name the only one there is, since among several nobody speaks unasked. Null: none. */
export function chosenAssessor<Choice extends { assessor: Assessor }>(choices: readonly Choice[], key: string | readonly string[] | undefined): Choice | null {
  if (key === undefined) return (choices.length === 1 && choices[0]) || null;
  return choices.find(({ assessor }) => assessorKey(assessor) === key) ?? null;
}

/** The grades that a draft names by their codes; all null where the assessor does not judge by IRM's scales. */
export function irmOfDraft<Grade extends { code: string }>(codes: IrmCodes, scales: Record<IrmAxis, readonly Grade[]> | null): Record<IrmAxis, Grade | null> {
  const of = (axis: IrmAxis) => scales?.[axis].find(({ code }) => code === codes[axis]) ?? null;
  return { completion: of("completion"), verifiable: of("verifiable"), potential: of("potential"), earlyResults: of("earlyResults") };
}
