import { standingOf } from "#lib/plans/milestones/rules.ts";
import { addressesOf, at, labelOf, labelSelect, municipalitySelect, namedOf, namedSelect, periodOf, periodSelect, planRefOf, planRefSelect, publicPlan } from "#lib/record/publication/queries.ts";
import { byId, filterValues, maybeTextSort, saidText, textOf, textSort, type Resource } from "#lib/record/publication/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { shortPath } from "#lib/record/permanent-addresses/rules.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { newestFirst } from "#lib/assessments/voices/rules.ts";
import { commitmentRecord, milestoneRecord, planRecord } from "./schema.ts";

const { slug, code, id, flag, number } = filterValues;
const inOrder = { orderBy: [{ position: "asc" }, { id: "asc" }] } satisfies Prisma.Plan$commitmentsArgs;
const areasInOrder = [{ position: "asc" }, { code: "asc" }] satisfies Prisma.ThematicAreaOrderByWithRelationInput[];
const accepted = { where: { status: "accepted" }, select: { progress: true, acceptedAt: true, period: { select: { endsOn: true } } } } as const;
const judged = {
  where: { voice: "secretariat", status: "published" }, select: { publishedAt: true, grade: labelSelect, organisation: namedSelect, period: periodSelect },
} as const satisfies Prisma.Milestone$assessmentsArgs;
const standings = { progress: { schema: code, where: standsAt("progress") }, fulfilment: { schema: code, where: standsAt("fulfilment") } };

/** `not_reported`, `not_assessed`: nothing was said. What nothing at all was said of has no row. */
function standsAt(axis: "progress" | "fulfilment") {
  return (value: string) => (["not_reported", "not_assessed"].includes(value) ? { OR: [{ standing: null }, { standing: { [axis]: null } }] } : { standing: { [axis]: value } });
}

const removed = (value: string) => ({ removedAt: value === "true" ? { not: null } : null });

const planSelect = {
  id: true, slug: true, title: true, level: true, countryCode: true, locality: true, vocabulary: true, startsOn: true, endsOn: true, status: true, introduction: true, sourceNote: true,
  consultationOpensOn: true, consultationEndsOn: true, secretariat: namedSelect, municipality: municipalitySelect,
  legalActs: { ...inOrder, select: { kind: true, number: true, date: true, issuingBody: true, title: true, text: true, appealTerms: true, signatory: true, url: true } },
  parts: { ...inOrder, select: { slug: true, parent: { select: { slug: true } }, kind: true, number: true, title: true, description: true, note: true } },
} as const satisfies Prisma.PlanSelect;

function planOf({ secretariat, municipality, legalActs, parts, ...row }: Prisma.PlanGetPayload<{ select: typeof planSelect }>) {
  const texts = { title: saidText(row.title), locality: textOf(row.locality), introduction: textOf(row.introduction), sourceNote: textOf(row.sourceNote) };
  return {
    ...row, ...texts, secretariat: namedOf(secretariat), municipality: municipality && namedOf(municipality),
    legalActs: legalActs.map((act) => ({
      ...act, kind: saidText(act.kind), issuingBody: saidText(act.issuingBody), title: textOf(act.title), text: textOf(act.text), appealTerms: textOf(act.appealTerms), signatory: textOf(act.signatory),
    })),
    parts: parts.map((part) => ({ ...part, parent: part.parent?.slug ?? null, title: saidText(part.title), description: textOf(part.description), note: textOf(part.note) })),
    url: addressesOf(`/plans/${row.slug}`),
  };
}

export const plans: Resource = {
  name: "plans", record: planRecord, key: "slug",
  sorts: { ...byId, slug: textSort, startsOn: textSort, endsOn: textSort },
  filters: {
    level: { schema: code, where: (level) => ({ level }) }, status: { schema: code, where: (status) => ({ status }) },
    secretariat: { schema: slug, where: (value) => ({ secretariat: { slug: value } }) }, municipality: { schema: slug, where: (municipalitySlug) => ({ municipalitySlug }) },
  },
  read: async ({ where, orderBy, take }) => {
    const rows = await db().plan.findMany({ relationLoadStrategy: "join", where: { AND: [publicPlan, where] }, orderBy, take, select: planSelect });
    return rows.map(planOf);
  },
};

const promisedSelect = {
  startsOn: true, endsOn: true, removedAt: true, leadOrganisation: namedSelect,
  partnerships: { ...inOrder, select: { role: true, organisation: namedSelect } },
  indicators: { ...inOrder, select: { id: true, code: true, text: true, baseline: true, target: true, unit: true, removedAt: true } },
  sources: { ...inOrder, select: { id: true, text: true, removedAt: true } },
  budgetLines: { ...inOrder, select: { amount: true, currency: true, programmeCode: true, fundingSource: labelSelect, noAdditionalCost: true, statedText: true } },
  updates: accepted, assessments: judged,
} as const satisfies Prisma.MilestoneSelect;

type PromisedRow = Prisma.MilestoneGetPayload<{ select: typeof promisedSelect }>;

function judgementOf(rows: PromisedRow["assessments"]) {
  const [newest] = newestFirst(rows, ({ publishedAt }) => publishedAt ?? new Date(0));
  return newest?.grade ? { ...labelOf(newest.grade), assessor: namedOf(newest.organisation), period: periodOf(newest.period), publishedAt: (newest.publishedAt ?? new Date(0)).toISOString() } : null;
}

/** What was promised and where it stands; `around` as in standingOf. */
function promisedOf(row: PromisedRow, around: { commitmentEndsOn: string | null; planStatus: string }, now: Date) {
  const updates = row.updates.map(({ progress, acceptedAt, period }) => ({ progress: progress as Progress, acceptedAt: acceptedAt ?? new Date(0), period }));
  const { progress, deadline, overdueMonths, lastUpdatedAt } = standingOf({ endsOn: row.endsOn, removed: row.removedAt !== null, ...around, updates }, now);
  const taking = (role: string) => row.partnerships.filter((partnership) => partnership.role === role).map(({ organisation }) => namedOf(organisation));
  return {
    startsOn: row.startsOn, endsOn: row.endsOn, lead: namedOf(row.leadOrganisation), coResponsible: taking("co_responsible"), partners: taking("partner"),
    indicators: row.indicators.map(({ baseline, target, ...indicator }) => ({
      ...indicator, text: saidText(indicator.text), baseline: baseline?.toString() ?? null, target: target?.toString() ?? null, unit: textOf(indicator.unit), removedAt: at(indicator.removedAt),
    })),
    verificationSources: row.sources.map((source) => ({ ...source, text: saidText(source.text), removedAt: at(source.removedAt) })),
    budget: row.budgetLines.map(({ amount, fundingSource, statedText, ...line }) => ({ ...line, amount: amount?.toString() ?? null, fundingSource: fundingSource && labelOf(fundingSource), statedText: textOf(statedText) })),
    progress, fulfilment: judgementOf(row.assessments), deadline: deadline?.due ?? null, overdueMonths, lastUpdatedAt: at(lastUpdatedAt), removedAt: at(row.removedAt),
  };
}

const commitmentSelect = {
  ...promisedSelect,
  id: true, number: true, slug: true, code: true, title: true, plainSummary: true, description: true, expectedOutcome: true, sourceNote: true,
  plan: { select: { slug: true, title: true, status: true, countryCode: true, locality: true, municipality: municipalitySelect } }, part: { select: { slug: true } },
  thematicAreas: { orderBy: areasInOrder, select: { code: true, label: true } },
  sdgs: { orderBy: { number: "asc" }, select: { number: true, label: true } },
  milestones: { ...inOrder, select: { id: true, number: true, title: true } },
  updates: { ...accepted, where: { ...accepted.where, milestoneId: null } }, assessments: { ...judged, where: { ...judged.where, milestoneId: null } },
} as const satisfies Prisma.CommitmentSelect;

function commitmentOf(row: Prisma.CommitmentGetPayload<{ select: typeof commitmentSelect }>, now: Date) {
  const { plan, part, thematicAreas, sdgs, milestones } = row;
  return {
    id: row.id, number: row.number, slug: row.slug, shortUrl: publicUrl(shortPath(row.code)),
    plan: { ...planRefOf(plan), countryCode: plan.countryCode, locality: textOf(plan.locality), municipality: plan.municipality && namedOf(plan.municipality) }, part: part?.slug ?? null,
    title: textOf(row.title), plainSummary: textOf(row.plainSummary), description: textOf(row.description), expectedOutcome: textOf(row.expectedOutcome), sourceNote: textOf(row.sourceNote),
    thematicAreas: thematicAreas.map(labelOf), sdgs: sdgs.map((sdg) => ({ ...sdg, label: saidText(sdg.label) })),
    ...promisedOf(row, { commitmentEndsOn: null, planStatus: plan.status }, now),
    milestones: milestones.map((milestone) => ({ ...milestone, title: saidText(milestone.title) })),
    url: addressesOf(`/plans/${plan.slug}/commitments/${row.slug}`),
  };
}

export const commitments: Resource = {
  name: "commitments", record: commitmentRecord, key: "id",
  sorts: { ...byId, startsOn: maybeTextSort, endsOn: maybeTextSort, number: textSort },
  filters: {
    plan: { schema: slug, where: (value) => ({ plan: { slug: value } }) }, level: { schema: code, where: (level) => ({ plan: { level } }) },
    organisation: { schema: slug, where: (value) => ({ OR: [{ leadOrganisation: { slug: value } }, { partnerships: { some: { organisation: { slug: value } } } }] }) },
    area: { schema: code, where: (value) => ({ thematicAreas: { some: { code: value } } }) },
    sdg: { schema: number, where: (value) => ({ sdgs: { some: { number: Number(value) } } }) },
    municipality: { schema: slug, where: (value) => ({ OR: [{ plan: { municipalitySlug: value } }, { leadOrganisation: { municipalitySlug: value } }] }) }, ...standings,
    removed: { schema: flag, where: removed },
  },
  read: async ({ where, orderBy, take }, now) => {
    const rows = await db().commitment.findMany({ relationLoadStrategy: "join", where: { AND: [{ plan: publicPlan }, where] }, orderBy, take, select: commitmentSelect });
    return rows.map((row) => commitmentOf(row, now));
  },
};

const milestoneSelect = {
  ...promisedSelect,
  id: true, number: true, title: true, description: true, parentId: true,
  commitment: { select: { id: true, number: true, slug: true, title: true, endsOn: true, plan: { select: { ...planRefSelect.select, status: true } } } },
} as const satisfies Prisma.MilestoneSelect;

function milestoneOf(row: Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>, now: Date) {
  const { plan, endsOn, title, ...commitment } = row.commitment;
  return {
    id: row.id, number: row.number, plan: planRefOf(plan), commitment: { ...commitment, title: textOf(title) }, parent: row.parentId, title: saidText(row.title), description: textOf(row.description),
    ...promisedOf(row, { commitmentEndsOn: endsOn, planStatus: plan.status }, now),
    url: addressesOf(`/plans/${plan.slug}/commitments/${commitment.slug}#${encodeURIComponent(row.number)}`),
  };
}

export const milestones: Resource = {
  name: "milestones", record: milestoneRecord, key: "id",
  sorts: { ...byId, startsOn: maybeTextSort, endsOn: maybeTextSort, number: textSort },
  filters: {
    plan: { schema: slug, where: (value) => ({ commitment: { plan: { slug: value } } }) }, commitment: { schema: id, where: (commitmentId) => ({ commitmentId }) },
    organisation: { schema: slug, where: (value) => ({ OR: [{ leadOrganisation: { slug: value } }, { partnerships: { some: { organisation: { slug: value } } } }] }) },
    ...standings, removed: { schema: flag, where: removed },
  },
  read: async ({ where, orderBy, take }, now) => {
    const rows = await db().milestone.findMany({ relationLoadStrategy: "join", where: { AND: [{ commitment: { plan: publicPlan } }, where] }, orderBy, take, select: milestoneSelect });
    return rows.map((row) => milestoneOf(row, now));
  },
};
