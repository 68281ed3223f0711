import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { gradeSelect, gradeView, irmSelect, irmView, workSelect, type GradeView, type IrmGradeView } from "#lib/assessments/queries.ts";
import { organisationsInvolved } from "#lib/assessments/rules.ts";
import type { Assessor } from "#lib/assessments/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";

/** What the assessor has published of a subject; an independent one may have judged by IRM's completion alone. */
export interface OwnJudgement {
  grade: GradeView | null;
  completion: IrmGradeView | null;
}

/** Where a subject stands in a period: what the agency reported, what the Secretariat judged, what the assessor has published, and whether a draft of theirs waits. */
export interface AssessmentState {
  id: string;
  number: string;
  title: Localized | null;
  progress: Progress | null;
  secretariat: GradeView | null;
  own: OwnJudgement | null;
  hasDraft: boolean;
  /** The monitor's organisation has a hand in the commitment and cannot judge it from outside. */
  involved: boolean;
}

/**
 * A period in which the actor assesses. `assessed` of `total` commitments and milestones have a published assessment of
 * theirs; `waiting` are reported and not assessed. What the assessor has a hand in is not counted.
 */
export interface AssessmentPeriod {
  id: string;
  label: Localized;
  planTitle: Localized;
  status: string;
  /** How many grades the plan's scale has. */
  scale: number;
  total: number;
  assessed: number;
  waiting: number;
  /** Commitments in the plan's order, each with its milestones. */
  commitments: (AssessmentState & { milestones: AssessmentState[] })[];
}

/** What the plan promises still. */
const kept = { removedAt: null } as const;
const order = [{ position: "asc" }, { number: "asc" }] satisfies Prisma.CommitmentOrderByWithRelationInput[];

/** Everybody's published ones, and drafts of the assessor alone. */
function axesOf(assessor: Assessor, own: { milestoneId?: null } = {}) {
  const mine = assessor.voice === "secretariat" ? { voice: "secretariat" } : { voice: "independent", organisationId: assessor.organisationId };
  return {
    updates: { where: { status: "accepted", ...own }, select: { periodId: true, progress: true } },
    assessments: {
      where: { OR: [{ status: "draft", ...mine }, { status: "published", ...mine }, { status: "published", voice: "secretariat" }], ...own },
      select: { periodId: true, status: true, voice: true, grade: gradeSelect, ...irmSelect },
    },
  } satisfies Prisma.MilestoneSelect;
}

/** The plans an assessor may judge: the Secretariat its own, a monitor every one that is adopted or closed. Nothing for who does not speak in that name. */
function plansOf(actor: Actor, assessor: Assessor): Prisma.PlanWhereInput | null {
  if (actor.link) return null;
  if (assessor.voice === "secretariat") return { secretariatId: { in: organisationsOf(actor, "secretariat") } };
  return organisationsOf(actor, "monitor").includes(assessor.organisationId) ? {} : null;
}

/** The periods that have begun in the plans that the actor assesses in that name, newest first, with all there is to assess. */
export async function listAssessmentWork(actor: Actor, assessor: Assessor): Promise<AssessmentPeriod[]> {
  const mayAssess = plansOf(actor, assessor);
  if (!mayAssess) return [];
  const { milestones: workOfMilestones, ...work } = workSelect;
  const plans = await db().plan.findMany({
    where: { ...mayAssess, status: { in: ["adopted", "closed"] } },
    select: {
      title: true, secretariatId: true, scale: { select: { _count: { select: { grades: true } } } },
      periods: { where: { status: { not: "upcoming" } }, orderBy: { startsOn: "desc" } },
      commitments: {
        where: kept,
        orderBy: [{ part: { position: "asc" } }, ...order],
        select: {
          id: true, number: true, title: true, ...work, ...axesOf(assessor, { milestoneId: null }),
          milestones: { where: kept, orderBy: order, select: { id: true, number: true, title: true, ...workOfMilestones.select, ...axesOf(assessor) } },
        },
      },
    },
  });
  const periods = plans.flatMap((plan) =>
    plan.periods.map((period) => {
      const commitments = plan.commitments.map((row) => {
        const involved = assessor.voice === "independent" && organisationsInvolved(plan, row).has(assessor.organisationId);
        const state = (of: StateRow) => stateOf(of, { periodId: period.id, voice: assessor.voice, involved });
        return { ...state(row), milestones: row.milestones.map(state) };
      });
      const all = commitments.flatMap((commitment) => [commitment, ...commitment.milestones]).filter(({ involved }) => !involved);
      const counts = { total: all.length, assessed: all.filter(({ own }) => own).length, waiting: all.filter(({ progress, own }) => progress && !own).length };
      const named = { id: period.id, label: period.label as Localized, planTitle: plan.title as Localized, status: period.status, startsOn: period.startsOn };
      return { ...named, scale: plan.scale._count.grades, ...counts, commitments };
    }),
  );
  return periods.sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}

type StateRow = Prisma.MilestoneGetPayload<{ select: { id: true; number: true } & ReturnType<typeof axesOf> }> & { title: unknown };

function stateOf(row: StateRow, { periodId, voice, involved }: { periodId: string; voice: string; involved: boolean }): AssessmentState {
  const assessments = row.assessments.filter((assessment) => assessment.periodId === periodId);
  const published = (of: string) => assessments.find((assessment) => assessment.status === "published" && assessment.voice === of);
  const [own, secretariat] = [published(voice), published("secretariat")];
  return {
    id: row.id, number: row.number, title: (row.title ?? null) as Localized | null, involved,
    progress: (row.updates.find((update) => update.periodId === periodId)?.progress ?? null) as Progress | null,
    secretariat: secretariat?.grade ? gradeView(secretariat.grade) : null,
    own: own ? { grade: own.grade && gradeView(own.grade), completion: irmView(own).completion } : null,
    hasDraft: assessments.some(({ status }) => status === "draft"),
  };
}
