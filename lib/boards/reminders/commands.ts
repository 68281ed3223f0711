import { isSecretariatOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { sendDigest, type DigestContent } from "#lib/boards/digests/commands.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { listMissingWork, listWaitingReviews, type MissingWork, type WaitingReview } from "#lib/boards/missing-reports/queries.ts";
import { mayReport } from "#lib/reporting/periods/rules.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log.ts";
import { isDigestDue, latestReminderDay, mondayOf } from "#lib/boards/reminders/rules.ts";
import type { Reminded, RemindNowInput } from "#lib/boards/reminders/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** Everybody to whom something could be told, with when they last heard. */
const listPeople = (today: string, where: { organisationId?: string } = {}) =>
  db().account.findMany({
    where: { disabledAt: null, memberships: { some: { role: where.organisationId ? "coordinator" : { in: ["coordinator", "secretariat"] }, ...where } } },
    orderBy: { name: "asc" },
    select: {
      id: true, name: true, email: true, locale: true,
      memberships: { where: { role: { in: ["coordinator", "secretariat"] } }, select: { role: true, organisation: { select: { id: true, name: true } } } },
      // One from a day ahead was sent by a clock that has been put back.
      digests: { where: { day: { lte: today } }, orderBy: { day: "desc" }, take: 1, select: { day: true } },
    },
  });

type Person = Awaited<ReturnType<typeof listPeople>>[number];

/** What there is to tell at an instant, for everybody. */
interface News {
  work: MissingWork[];
  reviews: WaitingReview[];
}

const loadNews = async (now: Date): Promise<News> => ({ work: await listMissingWork(now), reviews: await listWaitingReviews() });

/** The part of the news that concerns a person. */
function contentFor(person: Person, { work, reviews }: News, askedBy: string | null = null): DigestContent {
  const inRole = (role: string) => person.memberships.flatMap((membership) => (membership.role === role && membership.organisation ? [membership.organisation] : []));
  const ids = (role: string) => new Set(inRole(role).map(({ id }) => id));
  const [coordinates, worksFor] = [ids("coordinator"), ids("secretariat")];
  return {
    own: work.filter(({ organisation }) => coordinates.has(organisation.id)),
    waiting: reviews.filter(({ secretariatId }) => worksFor.has(secretariatId)),
    absent: work.filter(({ plan }) => worksFor.has(plan.secretariatId)),
    secretariats: inRole("secretariat").map(({ name }) => name as Localized),
    askedBy,
  };
}

/** The days, today or earlier, on which what concerns a person asks for a digest. */
function askedDays({ own, waiting, absent }: DigestContent, today: string): (string | null)[] {
  const ownDays = own.map(({ period, extension }) => latestReminderDay({ dueOn: period.dueOn, until: extension?.until ?? null }, today));
  return waiting.length || absent.length ? [...ownDays, mondayOf(today)] : ownDays;
}

const recipientOf = ({ id, name, email, locale }: Person) => ({ accountId: id, name, email, locale });

/**
 * Sends today's digests: one to each person for whom a period asks for a reminder today, about everything they have yet
 * to report, and on Mondays one to the people of a Secretariat. Called again, or twice at once, it sends nothing twice.
 * One digest that cannot be written keeps no other back.
 * @returns how many were sent
 */
export async function sendDigests(now: Date): Promise<number> {
  const today = dayOf(now);
  const [people, news] = [await listPeople(today), await loadNews(now)];
  let sent = 0;
  const failures: unknown[] = [];
  for (const person of people) {
    const content = contentFor(person, news);
    if (!isDigestDue(askedDays(content, today), person.digests[0]?.day ?? null, today)) continue;
    try {
      if (await sendDigest(recipientOf(person), content, now)) sent += 1;
    } catch (error) {
      log.error({ err: error, account: person.id }, "a digest could not be written");
      failures.push(error);
    }
  }
  if (failures.length) throw new AggregateError(failures, "some digests could not be written");
  return sent;
}

/** Who was reminded, and who was left alone because a reminder reached them today already. */
export interface RemindedNow {
  reminded: Reminded[];
  alreadyToday: Reminded[];
}

/**
 * Reminds the coordinators of an organisation at once of what it has yet to report, for the plan's Secretariat; somebody
 * who got a digest today gets no second one. PERIOD_NOT_OPEN when the organisation may not report any more, NO_COORDINATOR
 * when nobody coordinates for it, NOTHING_MISSING when everything was sent.
 */
export async function remindNow(actor: Actor, { periodId, organisationId }: RemindNowInput, now: Date): Promise<RemindedNow> {
  const period = await db().reportingPeriod.findUnique({ where: { id: periodId }, include: { plan: true, extensions: { where: { organisationId } } } });
  if (!period) throw new DomainError("NOT_FOUND");
  if (!isSecretariatOf(actor, period.plan)) throw new DomainError("FORBIDDEN");
  if (!mayReport(period, period.extensions[0] ?? null, now) || period.plan.status !== "adopted") throw new DomainError("PERIOD_NOT_OPEN");
  const people = await listPeople(dayOf(now), { organisationId });
  if (people.length === 0) throw new DomainError("NO_COORDINATOR");
  const news = await loadNews(now);
  const missing = news.work.some((work) => work.period.id === periodId && work.organisation.id === organisationId);
  if (!missing) throw new DomainError("NOTHING_MISSING");
  const outcome: RemindedNow = { reminded: [], alreadyToday: [] };
  await inTransaction(async () => {
    for (const person of people) {
      const sent = await sendDigest(recipientOf(person), contentFor(person, news, actor.name), now);
      outcome[sent ? "reminded" : "alreadyToday"].push({ name: person.name, email: person.email });
    }
    const after = { organisation: organisationId, reminded: outcome.reminded.length, alreadyToday: outcome.alreadyToday.length };
    await recordAudit(actor, { action: "period.reminded", entity: "period", entityId: periodId, planId: period.planId, after }, now);
  });
  return outcome;
}
