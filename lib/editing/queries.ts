import type { Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { FieldsOf, PlanContent, PlanEntry } from "./schema.ts";

const inOrder = { orderBy: [{ position: "asc" as const }, { id: "asc" as const }] };
const byPosition = { orderBy: { position: "asc" as const } };
const promised = { where: { removedAt: null } };

/** What stands under a commitment or milestone. */
const linesSelect = {
  partnerships: { ...byPosition, select: { organisationId: true, role: true } },
  indicators: { ...byPosition, ...promised, select: { id: true, code: true, text: true, baseline: true, target: true, unit: true } },
  sources: { ...byPosition, ...promised, select: { id: true, text: true } },
  budgetLines: { ...byPosition, select: { amount: true, currency: true, programmeCode: true, fundingSourceCode: true, noAdditionalCost: true, statedText: true } },
} as const;

const common = { id: true, version: true, removedAt: true, number: true, title: true, description: true, startsOn: true, endsOn: true, leadOrganisationId: true } as const;

const contentSelect = {
  id: true, slug: true, status: true, secretariatId: true, version: true, revision: true,
  title: true, introduction: true, level: true, countryCode: true, locality: true, vocabulary: true, startsOn: true, endsOn: true, scaleCode: true, consultationDays: true, sourceNote: true,
  legalActs: { ...inOrder, select: { id: true, version: true, kind: true, number: true, date: true, issuingBody: true, title: true, text: true, appealTerms: true, signatory: true, url: true } },
  parts: { ...inOrder, select: { id: true, version: true, parentId: true, slug: true, kind: true, number: true, title: true, description: true, note: true } },
  commitments: {
    ...inOrder,
    select: {
      ...common, ...linesSelect,
      partId: true, slug: true, expectedOutcome: true, plainSummary: true, sourceNote: true,
      thematicAreas: { orderBy: { code: "asc" as const }, select: { code: true } },
      sdgs: { orderBy: { number: "asc" as const }, select: { number: true } },
      milestones: { ...inOrder, select: { ...common, ...linesSelect, commitmentId: true, parentId: true } },
    },
  },
} satisfies Prisma.PlanSelect;

type PlanRow = Prisma.PlanGetPayload<{ select: typeof contentSelect }>;
type CommitmentRow = PlanRow["commitments"][number];
type LinesRow = Pick<CommitmentRow, keyof typeof linesSelect>;

const localized = (value: unknown) => value as Localized | null;
const stated = (value: unknown) => value as Localized;

/**
 * The whole of a plan as it stands in the record, in one statement; null when there is none. Who may see it is for the caller to
 * ask: drafts are in it.
 */
export async function getPlanContent(planId: string): Promise<PlanContent | null> {
  const row = await db().plan.findUnique({ where: { id: planId }, relationLoadStrategy: "join", select: contentSelect });
  if (!row) return null;
  const { id, slug, status, secretariatId, version, revision } = row;
  return {
    plan: { id, slug, status, secretariatId, version, revision, staged: null, fields: planFields(row) },
    legalActs: row.legalActs.map(legalActEntry),
    parts: row.parts.map(partEntry),
    commitments: row.commitments.map(commitmentEntry),
    milestones: row.commitments.flatMap(({ milestones }) => milestones.map(milestoneEntry)),
  };
}

function planFields(row: PlanRow): FieldsOf<"plan"> {
  const { countryCode, startsOn, endsOn, scaleCode, consultationDays } = row;
  return {
    countryCode, startsOn, endsOn, scaleCode, consultationDays,
    title: stated(row.title),
    introduction: localized(row.introduction),
    level: row.level as FieldsOf<"plan">["level"],
    locality: localized(row.locality),
    vocabulary: row.vocabulary as FieldsOf<"plan">["vocabulary"],
    sourceNote: localized(row.sourceNote),
  };
}

function legalActEntry({ id, version, number, date, url, ...texts }: PlanRow["legalActs"][number]): PlanEntry<"legal_act"> {
  const fields = {
    number, date, url,
    kind: stated(texts.kind), issuingBody: stated(texts.issuingBody), title: localized(texts.title), text: localized(texts.text),
    appealTerms: localized(texts.appealTerms), signatory: localized(texts.signatory),
  };
  return { entity: "legal_act", id, version, removed: false, staged: null, place: {}, fields };
}

function partEntry({ id, version, parentId, slug, kind, number, ...texts }: PlanRow["parts"][number]): PlanEntry<"part"> {
  const fields = { slug, kind: kind as FieldsOf<"part">["kind"], number, title: stated(texts.title), description: localized(texts.description), note: localized(texts.note) };
  return { entity: "part", id, version, removed: false, staged: null, place: { parentId }, fields };
}

function commitmentEntry(row: CommitmentRow): PlanEntry<"commitment"> {
  const { id, version, partId, number, slug, startsOn, endsOn, leadOrganisationId } = row;
  const fields = {
    number, slug, startsOn, endsOn, leadOrganisationId,
    title: localized(row.title), description: localized(row.description), expectedOutcome: localized(row.expectedOutcome),
    plainSummary: localized(row.plainSummary), sourceNote: localized(row.sourceNote),
    thematicAreas: row.thematicAreas.map(({ code }) => code).sort(),
    sdgs: row.sdgs.map((sdg) => sdg.number),
    ...linesOf(row),
  };
  return { entity: "commitment", id, version, removed: row.removedAt !== null, staged: null, place: { partId }, fields };
}

function milestoneEntry(row: CommitmentRow["milestones"][number]): PlanEntry<"milestone"> {
  const { id, version, commitmentId, parentId, number, startsOn, endsOn, leadOrganisationId } = row;
  const fields = { number, startsOn, endsOn, leadOrganisationId, title: stated(row.title), description: localized(row.description), ...linesOf(row) };
  return { entity: "milestone", id, version, removed: row.removedAt !== null, staged: null, place: { commitmentId, parentId }, fields };
}

function linesOf({ partnerships, indicators, sources, budgetLines }: LinesRow) {
  return {
    partnerships: partnerships.map(({ organisationId, role }) => ({ organisationId, role: role as "partner" | "co_responsible" })),
    indicators: indicators.map(({ id, code, text, baseline, target, unit }) => ({
      id, code, text: stated(text), baseline: baseline?.toString() ?? null, target: target?.toString() ?? null, unit: localized(unit),
    })),
    sources: sources.map(({ id, text }) => ({ id, text: stated(text) })),
    budgetLines: budgetLines.map(({ amount, statedText, ...line }) => ({ ...line, amount: amount?.toString() ?? null, statedText: localized(statedText) })),
  };
}
