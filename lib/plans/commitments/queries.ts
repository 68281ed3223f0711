import { consultationState, windowOf, type ConsultationState } from "#lib/record/consultations/rules.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { milestoneSelect, subjectSelect, subjectView, type MilestoneView, type SubjectView } from "#lib/plans/milestones/queries.ts";
import { nest } from "#lib/plans/milestones/rules.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Term } from "#lib/record/terms/schema.ts";
import { acceptedUpdates, publicAssessments } from "#lib/assessments/voices/queries.ts";
import { lastChangeOf } from "./rules.ts";

export interface PartRef {
  kind: string;
  number: string | null;
  title: Localized;
}

export interface LegalActView {
  kind: Localized;
  number: string;
  date: string;
  issuingBody: Localized;
  title: Localized | null;
  text: Localized | null;
  appealTerms: Localized | null;
  signatory: Localized | null;
  url: string | null;
}

export interface PlanRef {
  slug: string;
  title: Localized;
  status: string;
  /** commitment | activity */
  vocabulary: string;
  term: Term;
  secretariat: OrganisationRef;
  legalActs: LegalActView[];
}

/** A commitment as everybody sees it. */
export interface CommitmentView extends SubjectView {
  slug: string;
  /** Of its short address; see lib/permanent-addresses. */
  code: string;
  plan: PlanRef;
  /** What the public consultation on the draft of its plan is today. */
  consultation: ConsultationState;
  /** From the outermost part to the one that holds it. */
  parts: PartRef[];
  expectedOutcome: Localized | null;
  plainSummary: Localized | null;
  sourceNote: Localized | null;
  areas: Localized[];
  sdgs: { number: number; label: Localized }[];
  milestones: MilestoneView[];
  /** When it or one of its milestones was last reported on or judged; null: never. */
  updatedAt: Date | null;
}

const partFields = { kind: true, number: true, title: true } as const;
const own = { milestoneId: null } as const;

export const legalActSelect = {
  orderBy: { position: "asc" },
  select: { kind: true, number: true, date: true, issuingBody: true, title: true, text: true, appealTerms: true, signatory: true, url: true },
} as const satisfies Prisma.Plan$legalActsArgs;

const commitmentSelect = {
  ...subjectSelect,
  slug: true, code: true, expectedOutcome: true, plainSummary: true, sourceNote: true,
  plan: { select: { slug: true, title: true, status: true, vocabulary: true, startsOn: true, endsOn: true, consultationOpensOn: true, consultationEndsOn: true, secretariat: organisationSelect, legalActs: legalActSelect } },
  part: { select: { ...partFields, parent: { select: { ...partFields, parent: { select: partFields } } } } },
  thematicAreas: { orderBy: { position: "asc" }, select: { label: true } },
  sdgs: { orderBy: { number: "asc" }, select: { number: true, label: true } },
  milestones: { orderBy: { position: "asc" }, select: milestoneSelect },
  updates: { ...acceptedUpdates, where: { ...acceptedUpdates.where, ...own } },
  assessments: { ...publicAssessments, where: { ...publicAssessments.where, ...own } },
} as const satisfies Prisma.CommitmentSelect;

type CommitmentRow = Prisma.CommitmentGetPayload<{ select: typeof commitmentSelect }>;

/** A commitment of a plan that is no draft, by the last segments of their addresses, in one statement; null when there is none. */
export async function getPublishedCommitment(planSlug: string, commitmentSlug: string, now: Date): Promise<CommitmentView | null> {
  const row = await db().commitment.findFirst({
    relationLoadStrategy: "join",
    where: { slug: commitmentSlug, plan: { slug: planSlug, status: { not: "draft" } } },
    select: commitmentSelect,
  });
  return row && commitmentView(row, now);
}

function commitmentView(row: CommitmentRow, now: Date): CommitmentView {
  const around = { commitmentEndsOn: row.endsOn, planStatus: row.plan.status };
  const milestones = row.milestones.map((milestone) => ({ ...subjectView(milestone, around, now), parentId: milestone.parentId }));
  const subject = subjectView(row, { ...around, commitmentEndsOn: null }, now);
  return {
    ...subject,
    slug: row.slug,
    code: row.code,
    plan: planRef(row.plan),
    consultation: consultationState(windowOf(row.plan), row.plan.status, now),
    parts: partPath(row.part),
    expectedOutcome: row.expectedOutcome as Localized | null,
    plainSummary: row.plainSummary as Localized | null,
    sourceNote: row.sourceNote as Localized | null,
    areas: row.thematicAreas.map(({ label }) => label as Localized),
    sdgs: row.sdgs.map(({ number, label }) => ({ number, label: label as Localized })),
    milestones: nest(milestones),
    updatedAt: lastChangeOf([subject, ...milestones]),
  };
}

function planRef({ slug, title, status, vocabulary, startsOn, endsOn, secretariat, legalActs }: CommitmentRow["plan"]): PlanRef {
  return { slug, status, vocabulary, title: title as Localized, term: { startsOn, endsOn }, secretariat: organisationRef(secretariat), legalActs: legalActs.map(legalActView) };
}

export function legalActView({ number, date, url, ...texts }: CommitmentRow["plan"]["legalActs"][number]): LegalActView {
  return {
    number, date, url,
    kind: texts.kind as Localized, issuingBody: texts.issuingBody as Localized, title: texts.title as Localized | null,
    text: texts.text as Localized | null, appealTerms: texts.appealTerms as Localized | null, signatory: texts.signatory as Localized | null,
  };
}

interface PartRow {
  kind: string;
  number: string | null;
  title: unknown;
  parent?: PartRow | null;
}

function partPath(part: PartRow | null | undefined): PartRef[] {
  return part ? [...partPath(part.parent), { kind: part.kind, number: part.number, title: part.title as Localized }] : [];
}
