import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { PeriodKind, PeriodStatus } from "./schema.ts";

/** Days are `YYYY-MM-DD`; `dueOn` null: not stated. */
export interface PeriodView {
  id: string;
  label: Localized;
  kind: PeriodKind;
  startsOn: string;
  endsOn: string;
  dueOn: string | null;
  status: PeriodStatus;
  version: number;
}

type PeriodRow = Omit<PeriodView, "label" | "kind" | "status"> & { label: unknown; kind: string; status: string };

/** A database row as {@link PeriodView}. */
export function periodView({ id, label, kind, startsOn, endsOn, dueOn, status, version }: PeriodRow): PeriodView {
  return { id, label: label as Localized, kind: kind as PeriodKind, startsOn, endsOn, dueOn, status: status as PeriodStatus, version };
}

/** A plan of the Secretariat with its periods, the latest first, each with how many updates are in and how many wait. */
export interface PlanPeriods {
  id: string;
  slug: string;
  title: Localized;
  status: string;
  periods: (PeriodView & { accepted: number; submitted: number })[];
}

/** The plans that the actor collects reports for; empty for everybody else. */
export async function listManagedPeriods(actor: Actor): Promise<PlanPeriods[]> {
  const plans = await db().plan.findMany({
    where: { secretariatId: { in: organisationsOf(actor, "secretariat") }, status: { not: "draft" } },
    orderBy: [{ startsOn: "desc" }, { slug: "asc" }],
    include: { periods: { orderBy: [{ endsOn: "desc" }, { startsOn: "desc" }], include: { updates: { where: { status: { in: ["accepted", "submitted"] } }, select: { status: true } } } } },
  });
  return plans.map((plan) => ({
    id: plan.id, slug: plan.slug, title: plan.title as Localized, status: plan.status,
    periods: plan.periods.map((period) => ({
      ...periodView(period),
      accepted: period.updates.filter((update) => update.status === "accepted").length,
      submitted: period.updates.filter((update) => update.status === "submitted").length,
    })),
  }));
}
