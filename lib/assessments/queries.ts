import type { Actor } from "#lib/record/actors/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { findSubject, getReportedSubject, type ReportedSubject } from "#lib/reporting/queries.ts";
import { assessorsOf, canAssess, ownerOf, type AssessmentOwner } from "./policy.ts";
import { gradesOfAxis, organisationsInvolved } from "./rules.ts";
import { irmAxes, type Assessor, type AssessmentVoice, type IrmAxis, type IrmCodes } from "./schema.ts";

export interface GradeView {
  id: string;
  label: Localized;
  /** 0 is the worst. */
  rank: number;
}

/** A grade of one of IRM's scales; `rank` null says nothing of better or worse. */
export interface IrmGradeView {
  code: string;
  label: Localized;
  rank: number | null;
}

/** What is judged by IRM's scales; null: not judged by that one. */
export type IrmView = Record<IrmAxis, IrmGradeView | null>;

const irmGrade = { select: { code: true, label: true, rank: true } } as const;

/** What {@link irmView} needs of an assessment; spread into a `select`. */
export const irmSelect = { completion: irmGrade, verifiable: irmGrade, potential: irmGrade, earlyResults: irmGrade } as const satisfies Prisma.AssessmentSelect;

type IrmRow = Record<IrmAxis, { code: string; label: unknown; rank: number | null } | null>;

export function irmView(row: IrmRow): IrmView {
  const view = (grade: IrmRow[IrmAxis]) => grade && { ...grade, label: said(grade.label) };
  return { completion: view(row.completion), verifiable: view(row.verifiable), potential: view(row.potential), earlyResults: view(row.earlyResults) };
}

/** What the agency that leads answered to an assessment, once and in public. */
export interface AnswerView {
  text: Localized;
  organisation: OrganisationRef;
  publishedAt: Date;
}

/** What {@link answerView} needs of an assessment; spread into a `select`. */
export const answerSelect = { answer: { select: { text: true, publishedAt: true, organisation: organisationSelect } } } as const satisfies Prisma.AssessmentSelect;

export function answerView(row: { text: unknown; publishedAt: Date; organisation: { slug: string; name: unknown } } | null): AnswerView | null {
  return row && { text: said(row.text), publishedAt: row.publishedAt, organisation: organisationRef(row.organisation) };
}

/** A published judgement with what proves it and what was answered. */
export interface Judgement {
  id: string;
  voice: AssessmentVoice;
  organisation: OrganisationRef;
  grade: GradeView | null;
  irm: IrmView;
  narrative: Localized | null;
  publishedAt: Date;
  evidence: EvidenceView[];
  answer: AnswerView | null;
}

export const gradeSelect = { select: { id: true, label: true, rank: true } } as const;
const evidence = { where: { removedAt: null }, orderBy: { uploadedAt: "asc" }, select: evidenceSelect } as const;

/** What {@link judgementView} needs of an assessment. */
export const judgementSelect = {
  id: true, voice: true, organisation: organisationSelect, grade: gradeSelect, ...irmSelect, narrative: true, publishedAt: true, evidence, ...answerSelect,
} as const satisfies Prisma.AssessmentSelect;

/** A published row as {@link Judgement}. */
export function judgementView(row: Prisma.AssessmentGetPayload<{ select: typeof judgementSelect }>): Judgement {
  return {
    id: row.id, voice: row.voice === "independent" ? "independent" : "secretariat", organisation: organisationRef(row.organisation),
    grade: row.grade && gradeView(row.grade), irm: irmView(row), narrative: maybe(row.narrative), publishedAt: row.publishedAt ?? new Date(0),
    evidence: row.evidence.map(evidenceView), answer: answerView(row.answer),
  };
}

/** Somebody in whose name the actor may assess; null name: the Secretariat, whose organisation is the plan's. */
export interface AssessorChoice {
  assessor: Assessor;
  name: Localized | null;
}

/** In whose names the actor may assess, the Secretariat's first, monitors by their addresses. */
export async function listAssessors(actor: Actor): Promise<AssessorChoice[]> {
  const assessors = assessorsOf(actor);
  const ids = assessors.flatMap((one) => (one.voice === "independent" ? [one.organisationId] : []));
  const rows = ids.length ? await db().organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, orderBy: { slug: "asc" } }) : [];
  const independent = rows.map(({ id, name }): AssessorChoice => ({ assessor: { voice: "independent", organisationId: id }, name: said(name) }));
  return assessors.some(({ voice }) => voice === "secretariat") ? [{ assessor: { voice: "secretariat" }, name: null }, ...independent] : independent;
}

/** A draft as the form goes on with it. */
export interface AssessmentDraft {
  id: string;
  version: number;
  gradeId: string | null;
  irm: IrmCodes;
  narrative: Localized | null;
  savedAt: Date;
  savedBy: string;
  evidence: EvidenceView[];
}

/**
 * Everything the form of one assessment needs; the agency's accepted update is `subject.accepted`. `grades`: the best first;
 * `irm`: the grades of each scale, for an independent monitor; `published`: what stands now in the same name; `others`: what
 * other voices have published of the same subject and period. `involved`: the monitor's organisation has a hand in the commitment.
 */
export interface AssessmentForm {
  assessor: Assessor;
  owner: AssessmentOwner & { name: Localized };
  subject: ReportedSubject;
  grades: GradeView[];
  irm: Record<IrmAxis, IrmGradeView[]> | null;
  published: Judgement | null;
  others: Judgement[];
  draft: AssessmentDraft | null;
  involved: boolean;
}

/** `subjectId` is a commitment's or a milestone's. NOT_FOUND when the actor does not assess it in that name, or it is not of the period's plan. */
export async function getAssessmentForm(actor: Actor, assessor: Assessor, periodId: string, subjectId: string): Promise<AssessmentForm> {
  const key = await findSubject(periodId, subjectId);
  const subject = await getReportedSubject(periodId, key);
  const owner = ownerOf(assessor, subject.plan);
  if (!canAssess(actor, owner, subject.plan) || subject.period.status === "upcoming") throw new DomainError("NOT_FOUND");
  const { name } = await db().organisation.findUniqueOrThrow({ where: { id: owner.organisationId }, select: { name: true } });
  const grades = await db().fulfilmentGrade.findMany({ where: { scale: { plans: { some: { id: subject.plan.id } } } }, ...gradeSelect, orderBy: { rank: "desc" } });
  const judgements = await db().assessment.findMany({ where: { periodId, ...key, status: "published" }, select: { ...judgementSelect, organisationId: true }, orderBy: { publishedAt: "asc" } });
  const own = (row: AssessmentOwner | { voice: string; organisationId: string }) => row.voice === owner.voice && row.organisationId === owner.organisationId;
  const published = judgements.find(own);
  return {
    assessor, owner: { ...owner, name: said(name) }, subject, grades: grades.map(gradeView), irm: owner.voice === "independent" ? await irmScales() : null,
    published: published ? judgementView(published) : null, others: judgements.filter((row) => !own(row)).map(judgementView),
    draft: await draftOf({ periodId, ...key, ...owner }), involved: owner.voice === "independent" && (await getOrganisationsInvolved(key.commitmentId)).has(owner.organisationId),
  };
}

const work = { leadOrganisationId: true, partnerships: { select: { organisationId: true } } } as const;

/** What {@link organisationsInvolved} needs of a commitment. */
export const workSelect = { ...work, milestones: { where: { removedAt: null }, select: work } } as const satisfies Prisma.CommitmentSelect;

/** Ids of the organisations that have a hand in a commitment, and so cannot judge it from outside. */
export async function getOrganisationsInvolved(commitmentId: string): Promise<Set<string>> {
  const row = await db().commitment.findUniqueOrThrow({ where: { id: commitmentId }, select: { ...workSelect, plan: { select: { secretariatId: true } } } });
  return organisationsInvolved(row.plan, row);
}

async function irmScales(): Promise<Record<IrmAxis, IrmGradeView[]>> {
  const rows = await db().irmGrade.findMany({ orderBy: { position: "asc" } });
  const scale = (axis: IrmAxis) => gradesOfAxis(rows, axis).map(({ code, label, rank }) => ({ code, label: said(label), rank }));
  return Object.fromEntries(irmAxes.map((axis) => [axis, scale(axis)])) as Record<IrmAxis, IrmGradeView[]>;
}

async function draftOf(key: { periodId: string; commitmentId: string; milestoneId: string | null } & AssessmentOwner): Promise<AssessmentDraft | null> {
  const row = await db().assessment.findFirst({ where: { ...key, status: "draft" }, include: { evidence } });
  return row && {
    id: row.id, version: row.version, gradeId: row.gradeId, narrative: maybe(row.narrative), savedAt: row.savedAt, savedBy: row.actorName,
    irm: { completion: row.completionCode, verifiable: row.verifiableCode, potential: row.potentialCode, earlyResults: row.earlyResultsCode },
    evidence: row.evidence.map(evidenceView),
  };
}

export function gradeView({ id, label, rank }: { id: string; label: unknown; rank: number }): GradeView {
  return { id, label: said(label), rank };
}

function said(value: unknown): Localized {
  return value as Localized;
}

function maybe(value: unknown): Localized | null {
  return (value ?? null) as Localized | null;
}
