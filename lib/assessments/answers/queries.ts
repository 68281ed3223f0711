import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { judgementSelect, judgementView, type Judgement } from "#lib/assessments/queries.ts";
import type { AssessmentStatus } from "#lib/assessments/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import { canAnswer } from "./policy.ts";

/** A public assessment of what the actor's organisation leads. `scale`: how many grades the plan's scale has. */
export interface AnswerableAssessment {
  judgement: Judgement;
  status: AssessmentStatus;
  number: string;
  title: Localized | null;
  period: Localized;
  plan: { slug: string; title: Localized };
  /** Path of the public page that shows it, without its language. */
  publicPath: string;
  scale: number;
}

const subject = { number: true, title: true, leadOrganisationId: true } as const;
const answerableSelect = {
  ...judgementSelect, status: true, period: { select: { label: true } }, milestone: { select: subject },
  commitment: { select: { slug: true, ...subject, plan: { select: { slug: true, title: true, scale: { select: { _count: { select: { grades: true } } } } } } } },
} as const satisfies Prisma.AssessmentSelect;

type Row = Prisma.AssessmentGetPayload<{ select: typeof answerableSelect }>;

function answerableView(row: Row): AnswerableAssessment {
  const { number, title } = row.milestone ?? row.commitment;
  const { plan, slug } = row.commitment;
  return {
    judgement: judgementView(row), status: row.status as AssessmentStatus, number, title: (title ?? row.commitment.title) as Localized | null, period: row.period.label as Localized,
    plan: { slug: plan.slug, title: plan.title as Localized }, scale: plan.scale._count.grades,
    publicPath: `/plans/${plan.slug}/commitments/${slug}#${row.milestone?.number ?? "voices"}`,
  };
}

const inPublicPlan = { plan: { status: { not: "draft" } } } as const;

/** The published assessments of what the actor's organisations lead: those without an answer first, the newest first. */
export async function listAnswerableAssessments(actor: Actor): Promise<AnswerableAssessment[]> {
  const led = { leadOrganisationId: { in: actor.link ? [] : organisationsOf(actor, "coordinator") } };
  const rows = await db().assessment.findMany({
    where: { status: "published", commitment: inPublicPlan, OR: [{ milestoneId: null, commitment: led }, { milestone: led }] },
    select: answerableSelect,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  const views = rows.map(answerableView);
  return [...views.filter(({ judgement }) => !judgement.answer), ...views.filter(({ judgement }) => judgement.answer)];
}

/** One of them, superseded ones too, for reading and answering; NOT_FOUND for who does not coordinate for the agency that leads. */
export async function getAnswerableAssessment(actor: Actor, id: string): Promise<AnswerableAssessment> {
  const row = isId(id) ? await db().assessment.findFirst({ where: { id, status: { not: "draft" }, commitment: inPublicPlan }, select: answerableSelect }) : null;
  if (!row || !canAnswer(actor, row.milestone ?? row.commitment)) throw new DomainError("NOT_FOUND");
  return answerableView(row);
}
