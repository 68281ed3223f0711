import type { Actor, Role } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";

let count = 0;

type Words = { ka?: string; en?: string };

/** What a coordinator types; the shape of `SaveUpdateInput`, which would make every feature that uses this depend on reporting. */
interface TypedUpdate {
  id: string | null;
  version: number | null;
  periodId: string;
  subject: { commitmentId: string; milestoneId: string | null };
  progress: "not_started" | "in_progress" | "completed" | "suspended" | "withdrawn" | null;
  result: Words;
  reasons: Words;
  noProgress: boolean;
  actuals: { indicatorId: string; value: string | null; text: Words }[];
  evidence: { evidenceId: string; verificationSourceId: string | null; title: Words }[];
}

/**
 * An adopted plan (unless told otherwise) of its own with an open annual period 2019: commitment 5 (June 2018 – December 2019) led by an agency, its
 * milestone 5.2 (until June 2019) with one indicator and one promised source, and milestone 5.3 of another agency.
 */
export async function createReportedPlan(status = "adopted") {
  const n = ++count;
  const label = { en: "Label" };
  await db().organisationKind.upsert({ where: { code: "public" }, create: { code: "public", label }, update: {} });
  await db().fulfilmentScale.upsert({ where: { code: "four" }, create: { code: "four", label }, update: {} });
  const organisation = (slug: string) => db().organisation.create({ data: { slug: `${slug}-r${n}`, name: { ka: slug, en: slug }, kindCode: "public" } });
  const [secretariat, agency, other] = [await organisation("secretariat"), await organisation("agency"), await organisation("other")];
  const draft = await db().plan.create({
    data: { slug: `reported-${n}`, title: { en: "Plan" }, level: "national", countryCode: "GE", startsOn: "2018", endsOn: "2019", status: "draft", secretariatId: secretariat.id, scaleCode: "four" },
  });
  const commitment = await db().commitment.create({ data: { planId: draft.id, number: "5", slug: "idea", title: { ka: "შენი იდეა" }, startsOn: "2018-06", endsOn: "2019-12", leadOrganisationId: agency.id } });
  const milestone = await db().milestone.create({
    data: {
      commitmentId: commitment.id, number: "5.2", title: { ka: "პორტალი", en: "Portal" }, startsOn: "2018-10", endsOn: "2019-06", leadOrganisationId: agency.id,
      indicators: { create: { text: { en: "Proposals" }, target: 10 } }, sources: { create: { text: { en: "Web page" } } },
    },
    include: { indicators: true, sources: true },
  });
  const foreign = await db().milestone.create({ data: { commitmentId: commitment.id, number: "5.3", title: { en: "Information" }, leadOrganisationId: other.id } });
  const plan = await db().plan.update({ where: { id: draft.id }, data: { status } });
  const period = await db().reportingPeriod.create({ data: { planId: plan.id, slug: "2019", label: { en: "2019, annual" }, kind: "annual", startsOn: "2019-01-01", endsOn: "2019-12-31", status: "open" } });
  const actorAs = (role: Role, organisationId: string = agency.id): Actor => ({ accountId: null, name: `${role} ${n}`, memberships: [{ role, organisationId }], system: false });
  const typed = (changes: Partial<TypedUpdate> = {}): TypedUpdate => ({
    id: null, version: null, periodId: period.id, subject: { commitmentId: commitment.id, milestoneId: milestone.id }, progress: "in_progress",
    result: { ka: "პორტალი იქმნება" }, reasons: {}, noProgress: false, actuals: [], evidence: [], ...changes,
  });
  return {
    plan, period, commitment, milestone, foreign, agency, other, secretariat, actorAs, typed,
    coordinator: actorAs("coordinator"), stranger: actorAs("coordinator", other.id), reviewer: actorAs("secretariat", secretariat.id),
  };
}
