import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { planFileProblems, type KnownCodes, type PlanFileProblem } from "./rules.ts";
import { planFileFormat, planFileSchema, type FileMilestone, type PlanFile } from "./schema.ts";

/** The codes that a plan file may name. */
export async function getKnownCodes(): Promise<KnownCodes> {
  const byPosition = { select: { code: true }, orderBy: { position: "asc" } } as const;
  const codes = (rows: { code: string }[]) => rows.map(({ code }) => code);
  const scales = await db().fulfilmentScale.findMany({ include: { grades: { orderBy: { rank: "asc" } } } });
  return {
    organisationKinds: codes(await db().organisationKind.findMany(byPosition)),
    thematicAreas: codes(await db().thematicArea.findMany(byPosition)),
    fundingSources: codes(await db().fundingSource.findMany(byPosition)),
    municipalities: (await listMunicipalityNames()).map(({ slug }) => slug),
    grades: Object.fromEntries(scales.map(({ code, grades }) => [code, codes(grades)])),
  };
}

/** The file, when all of it can be loaded; else everything that is wrong, in the order of the file's parts. */
export async function checkPlanFile(raw: unknown, now: Date): Promise<{ file: PlanFile } | { problems: PlanFileProblem[] }> {
  const problems = planFileProblems(raw, await getKnownCodes(), dayOf(now));
  return problems.length ? { problems } : { file: planFileSchema.parse(raw) };
}

/** A plan of the record as a plan file says it. */
export interface RecordedPlan {
  plan: { id: string; slug: string; status: string; secretariatId: string };
  /** As it is promised now: without what was removed, and without what happened in periods. */
  file: PlanFile;
}

const byPosition = { orderBy: [{ position: "asc" as const }, { id: "asc" as const }] };
const promised = { where: { removedAt: null }, ...byPosition };
const organisation = { select: { slug: true, name: true, kindCode: true, municipalitySlug: true } } as const;
const lines = {
  leadOrganisation: organisation,
  partnerships: { include: { organisation }, ...byPosition },
  indicators: promised,
  sources: promised,
  budgetLines: byPosition,
};
const whole = {
  secretariat: organisation,
  legalActs: byPosition,
  parts: byPosition,
  commitments: {
    include: { ...lines, part: { select: { slug: true } }, thematicAreas: { orderBy: { position: "asc" as const } }, sdgs: { orderBy: { number: "asc" as const } }, milestones: { include: lines, ...promised } },
    ...promised,
  },
} satisfies Prisma.PlanInclude;
type PlanRow = Prisma.PlanGetPayload<{ include: typeof whole }>;
type CommitmentRow = PlanRow["commitments"][number];
type MilestoneRow = CommitmentRow["milestones"][number];
type OrganisationRow = PlanRow["secretariat"];

/** The plan as it is promised now, whoever asks; null when there is none. */
export async function getPlanFile(planId: string): Promise<RecordedPlan | null> {
  const row = isId(planId) ? await db().plan.findUnique({ where: { id: planId }, include: whole }) : null;
  return row && recordedPlan(row);
}

type Stated<T> = { [K in keyof T]: NonNullable<T[K]> | undefined };

/** Without what is not stated: null, "no", an empty list. */
function stated<T extends object>(fields: T): Stated<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0))) as Stated<T>;
}

/** JSON columns hold what the schema checked on its way in. */
const words = (value: Prisma.JsonValue) => value as { ka?: string; en?: string } | null;
const required = (value: Prisma.JsonValue) => words(value) ?? {};
const number = (value: Prisma.Decimal | null) => value?.toNumber() ?? null;

/** Organisations by slug, as they are met while a plan is written down. */
type Met = Map<string, OrganisationRow>;

function recordedPlan(row: PlanRow): RecordedPlan {
  const met: Met = new Map();
  const { id, slug, status, secretariatId, level, countryCode, vocabulary, startsOn, endsOn, consultationDays } = row;
  const own = { slug, title: required(row.title), introduction: words(row.introduction), level, countryCode, locality: words(row.locality), municipality: row.municipalitySlug, vocabulary, startsOn, endsOn };
  const plan = stated({ ...own, secretariat: keyOf(met, row.secretariat), scale: row.scaleCode, consultationDays, sourceNote: words(row.sourceNote) });
  const acts = row.legalActs.map((act) => stated({ kind: required(act.kind), number: act.number, date: act.date, issuingBody: required(act.issuingBody), title: words(act.title), text: words(act.text), appealTerms: words(act.appealTerms), signatory: words(act.signatory), url: act.url }));
  const content = { format: planFileFormat, plan, legalActs: acts, parts: partsOf(row.parts), commitments: row.commitments.map((commitment) => commitmentOf(met, commitment)), periods: [] };
  const organisations = [...met.values()].map(({ slug: key, name, kindCode: kind, municipalitySlug: municipality }) => stated({ key, name: required(name), kind, municipality }));
  // Levels, kinds and vocabularies are texts to the database, which holds them to the same choices.
  return { plan: { id, slug, status, secretariatId }, file: { ...content, organisations } as PlanFile };
}

function keyOf(met: Met, organisation: OrganisationRow): string {
  met.set(organisation.slug, organisation);
  return organisation.slug;
}

/** Each right behind its parent, otherwise in their order. */
function partsOf(rows: PlanRow["parts"], parent: PlanRow["parts"][number] | null = null): object[] {
  return rows.filter(({ parentId }) => parentId === (parent?.id ?? null)).flatMap((part) => [
    stated({ key: part.slug, parent: parent?.slug ?? null, kind: part.kind, number: part.number, title: required(part.title), description: words(part.description), note: words(part.note) }),
    ...partsOf(rows, part),
  ]);
}

function commitmentOf(met: Met, row: CommitmentRow) {
  const { number: code, slug, startsOn, endsOn } = row;
  const texts = { title: words(row.title), description: words(row.description), expectedOutcome: words(row.expectedOutcome), plainSummary: words(row.plainSummary), sourceNote: words(row.sourceNote) };
  const lead = keyOf(met, row.leadOrganisation);
  const areas = { thematicAreas: row.thematicAreas.map((area) => area.code), sdgs: row.sdgs.map((goal) => goal.number) };
  const milestones = milestonesOf(met, row.milestones, null, lead);
  return stated({ part: row.part?.slug ?? null, number: code, slug, ...texts, startsOn, endsOn, lead, ...linesOf(met, row), ...areas, milestones });
}

/** Those directly under `parentId`, with theirs; the lead agency is said only where it is another one. */
function milestonesOf(met: Met, rows: readonly MilestoneRow[], parentId: string | null, outer: string): FileMilestone[] {
  return rows.filter((row) => row.parentId === parentId).map((row) => {
    const { number: code, startsOn, endsOn } = row;
    const lead = keyOf(met, row.leadOrganisation);
    const inner = milestonesOf(met, rows, row.id, lead);
    return stated({ number: code, title: required(row.title), description: words(row.description), startsOn, endsOn, lead: lead === outer ? null : lead, ...linesOf(met, row), milestones: inner }) as FileMilestone;
  });
}

function linesOf(met: Met, row: MilestoneRow | CommitmentRow) {
  const named = (role: string) => row.partnerships.filter((line) => line.role === role).map(({ organisation: one }) => keyOf(met, one));
  return {
    coResponsible: named("co_responsible"),
    partners: named("partner"),
    indicators: row.indicators.map((line) => stated({ code: line.code, text: required(line.text), baseline: number(line.baseline), target: number(line.target), unit: words(line.unit) })),
    verificationSources: row.sources.map((line) => ({ text: required(line.text) })),
    budget: row.budgetLines.map(({ amount, currency, programmeCode, fundingSourceCode: fundingSource, noAdditionalCost, statedText }) => stated({ amount: number(amount), currency, programmeCode, fundingSource, noAdditionalCost, statedText: words(statedText) })),
  };
}
