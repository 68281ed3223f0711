import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { gradesOfAxis } from "#lib/assessments/rules.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canEditCrosswalk } from "./policy.ts";
import { changesOf, type ReadingChange } from "./rules.ts";
import { crosswalkEntriesSchema, type CrosswalkEntry, type CrosswalkKey } from "./schema.ts";

export interface GradeOfScale {
  code: string;
  label: Localized;
  /** 0 is the worst. */
  rank: number;
}

/** A step of one of IRM's scales; `rank` null says nothing of better or worse. */
export interface IrmStep {
  code: string;
  label: Localized;
  rank: number | null;
}

/** One version, with what it changed against the one before it. */
export interface CrosswalkVersion {
  number: number;
  entries: CrosswalkEntry[];
  reason: Localized;
  recordedAt: Date;
  /** Who of the Secretariat; null for the public, to whom it is the Secretariat's word. */
  actorName: string | null;
  changes: ReadingChange[];
}

/** A Secretariat's scale, how it is read on IRM's now, and how it was read before. */
export interface ScaleView {
  secretariat: OrganisationRef;
  scale: { code: string; label: Localized };
  /** The best first. */
  grades: GradeOfScale[];
  /** IRM's scale of completion, the best first, what has no rank last. */
  completions: IrmStep[];
  /** The newest first; empty: none is recorded yet. */
  versions: CrosswalkVersion[];
}

/** As {@link ScaleView}, with what a new version would be compared in at once. */
export interface CrosswalkForm extends ScaleView {
  secretariatId: string;
  /** Published plans that use the scale. */
  plans: number;
  /** Published judgements of independent monitors by IRM's completion in those plans. */
  compared: number;
}

/** A Secretariat and a scale that its plans use, on a list; `number` 0: no crosswalk yet. */
export interface ScaleLine extends CrosswalkKey {
  secretariat: OrganisationRef;
  scale: { code: string; label: Localized };
  number: number;
  recordedAt: Date | null;
}

const scaleSelect = { select: { code: true, label: true } } as const;
const published = { status: { not: "draft" } } as const;

/** The scales of the Secretariats that the actor works for. */
export async function listCrosswalksInHand(actor: Actor): Promise<ScaleLine[]> {
  return listScales({ secretariatId: { in: organisationsOf(actor, "secretariat") } });
}

/** Every Secretariat with a published plan, and the scales that those plans use. */
export async function listPublishedScales(): Promise<ScaleLine[]> {
  return listScales(published);
}

async function listScales(where: Prisma.PlanWhereInput): Promise<ScaleLine[]> {
  const rows = await db().plan.findMany({
    where, distinct: ["secretariatId", "scaleCode"], orderBy: [{ secretariat: { slug: "asc" } }, { scaleCode: "asc" }],
    select: { secretariatId: true, scaleCode: true, secretariat: organisationSelect, scale: scaleSelect },
  });
  const newest = await db().crosswalk.groupBy({ by: ["secretariatId", "scaleCode"], _max: { number: true, recordedAt: true } });
  return rows.map((row) => {
    const own = newest.find((one) => one.secretariatId === row.secretariatId && one.scaleCode === row.scaleCode)?._max;
    return {
      secretariatId: row.secretariatId, scaleCode: row.scaleCode, secretariat: organisationRef(row.secretariat),
      scale: { code: row.scale.code, label: row.scale.label as Localized }, number: own?.number ?? 0, recordedAt: own?.recordedAt ?? null,
    };
  });
}

/** The steps of IRM's four scales, of each the best first, what says nothing of better or worse last. */
export async function listIrmSteps(): Promise<(IrmStep & { axis: string })[]> {
  const rows = await db().irmGrade.findMany({ orderBy: [{ rank: { sort: "desc", nulls: "last" } }, { position: "asc" }], select: { axis: true, code: true, label: true, rank: true } });
  return rows.map(({ label, ...row }) => ({ ...row, label: label as Localized }));
}

/** A scale of a published plan's Secretariat, by the last segments of its address; null when there is none. */
export async function getPublishedScale(secretariatSlug: string, scaleCode: string): Promise<ScaleView | null> {
  const plan = await db().plan.findFirst({ where: { ...published, scaleCode, secretariat: { slug: secretariatSlug } }, select: { secretariatId: true } });
  if (!plan) return null;
  const view = await scaleView({ secretariatId: plan.secretariatId, scaleCode });
  return { ...view, versions: view.versions.map((version) => ({ ...version, actorName: null })) };
}

/** NOT_FOUND when the actor does not work for the Secretariat, or none of its plans uses the scale. */
export async function getCrosswalkForm(actor: Actor, key: CrosswalkKey): Promise<CrosswalkForm> {
  if (!canEditCrosswalk(actor, key)) throw new DomainError("NOT_FOUND");
  const plan = { ...key, ...published } satisfies Prisma.PlanWhereInput;
  if ((await db().plan.count({ where: key })) === 0) throw new DomainError("NOT_FOUND");
  const [view, plans, compared] = await Promise.all([
    scaleView(key),
    db().plan.count({ where: plan }),
    db().assessment.count({ where: { voice: "independent", status: "published", completionCode: { not: null }, period: { plan } } }),
  ]);
  return { ...view, secretariatId: key.secretariatId, plans, compared };
}

async function scaleView({ secretariatId, scaleCode }: CrosswalkKey): Promise<ScaleView> {
  const [secretariat, scale, steps] = await Promise.all([
    db().organisation.findUniqueOrThrow({ where: { id: secretariatId }, ...organisationSelect }),
    db().fulfilmentScale.findUniqueOrThrow({
      where: { code: scaleCode },
      select: {
        ...scaleSelect.select, grades: { orderBy: { rank: "desc" }, select: { code: true, label: true, rank: true } },
        crosswalks: { where: { secretariatId }, orderBy: { number: "desc" } },
      },
    }),
    listIrmSteps(),
  ]);
  const rows = scale.crosswalks.map((row) => ({ ...row, entries: crosswalkEntriesSchema.parse(row.entries) }));
  const versions = rows.map(({ number, entries, reason, recordedAt, actorName }, index) => ({
    number, entries, recordedAt, actorName, reason: reason as Localized, changes: changesOf(rows[index + 1]?.entries ?? null, entries),
  }));
  return {
    secretariat: organisationRef(secretariat), scale: { code: scale.code, label: scale.label as Localized }, versions,
    completions: gradesOfAxis(steps, "completion").map(({ code, label, rank }) => ({ code, label, rank })),
    grades: scale.grades.map(({ label, ...grade }) => ({ ...grade, label: label as Localized })),
  };
}
