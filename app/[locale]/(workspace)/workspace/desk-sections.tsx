import type { ReactNode } from "react";
import { WithoutPassword } from "#components/accounts/without-password.tsx";
import { canManageAccounts } from "#lib/accounts/policy.ts";
import { listAccounts } from "#lib/accounts/queries.ts";
import { listInvitations } from "#lib/accounts/invitations/queries.ts";
import { CommentDesk } from "#components/comments/comment-desk.tsx";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { DeskReporting } from "#components/reporting/desk-reporting.tsx";
import { DeskAssessments } from "#components/assessments/desk-assessments.tsx";
import { DeskPlans } from "#components/editing/desk-plans.tsx";
import { DeskReports } from "#components/reports/desk-reports.tsx";
import { DeskRecommendations } from "#components/process/desk-recommendations.tsx";
import { WaitingProcess } from "#components/process/waiting-process.tsx";
import { listAssessmentWork } from "#lib/assessments/work/queries.ts";
import { listAssessors } from "#lib/assessments/queries.ts";
import { assessorKey } from "#lib/assessments/schema.ts";
import { listPlansInHand } from "#lib/plans/outlines/queries.ts";
import { listReportsInHand } from "#lib/reports/queries.ts";
import { listEvents } from "#lib/process/events/queries.ts";
import { listOwnRecommendations, listUnansweredRecommendations } from "#lib/process/recommendations/queries.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { DeskCollections } from "#components/reporting/desk-collections.tsx";
import { DeskReview } from "#components/reporting/desk-review.tsx";
import { listCollections, listReportingWork, listUpdatesToReview } from "#lib/reporting/worklists/queries.ts";
import { listFailedReminders } from "#lib/boards/reminders/queries.ts";
import { FailedReminders } from "#components/reminders/failed-reminders.tsx";
import { listCommentsToAnswer, listCommentsToModerate } from "#lib/comments/moderation/queries.ts";

interface DeskContext {
  actor: Actor;
  locale: Locale;
  now: Date;
}

/** One section of the desk. `load` reads and gives what to show, or null when nothing waits for this person. */
interface DeskSection {
  key: string;
  load: (context: DeskContext) => Promise<ReactNode | null>;
}

/** Accounts whose owners have not chosen a password, for administrators. */
async function withoutPassword({ actor, now }: DeskContext): Promise<ReactNode | null> {
  if (!canManageAccounts(actor)) return null;
  const accounts = (await listAccounts(actor)).filter(({ hasPassword, disabledAt }) => !hasPassword && !disabledAt);
  return accounts.length ? <WithoutPassword accounts={accounts} invitations={await listInvitations(actor, now)} /> : null;
}

/** What a coordinator has to report in the open periods. */
async function reporting({ actor, locale, now }: DeskContext): Promise<ReactNode | null> {
  const work = await listReportingWork(actor, now);
  return work.length ? <DeskReporting work={work} locale={locale} /> : null;
}

/** Updates that wait for the Secretariat. */
async function review({ actor, locale }: DeskContext): Promise<ReactNode | null> {
  const updates = await listUpdatesToReview(actor);
  return updates.length ? <DeskReview updates={updates} locale={locale} /> : null;
}

/** Open periods for which the Secretariat collects reports. */
async function collections({ actor, locale }: DeskContext): Promise<ReactNode | null> {
  const open = await listCollections(actor);
  return open.length ? <DeskCollections collections={open} locale={locale} /> : null;
}

/** Coordinators of the Secretariat's plans whom no reminder reached. */
async function failedReminders({ actor, locale, now }: DeskContext): Promise<ReactNode | null> {
  const failed = await listFailedReminders(actor, now);
  return failed.length ? <FailedReminders failed={failed} locale={locale} /> : null;
}

/** Periods in which something is reported and not assessed, for each name in which this person assesses. */
async function assessments({ actor, locale }: DeskContext): Promise<ReactNode | null> {
  const all = await Promise.all((await listAssessors(actor)).map(async (choice) => ({ choice, periods: await listAssessmentWork(actor, choice.assessor) })));
  const waiting = all.map(({ choice, periods }) => ({ choice, periods: periods.filter((period) => period.waiting > 0) })).filter(({ periods }) => periods.length);
  return waiting.length ? waiting.map(({ choice, periods }) => <DeskAssessments key={assessorKey(choice.assessor)} choice={choice} periods={periods} locale={locale} />) : null;
}

/** Reports that are not final. */
async function reports({ actor, locale }: DeskContext): Promise<ReactNode | null> {
  const inHand = (await listReportsInHand(actor)).filter(({ status }) => status !== "final");
  return inHand.length ? <DeskReports reports={inHand} locale={locale} /> : null;
}

/** Plans that are being written or consulted, and amendments in preparation. */
async function plans({ actor, locale }: DeskContext): Promise<ReactNode | null> {
  const inHand = (await listPlansInHand(actor)).filter(({ status, amendment }) => status === "draft" || status === "in_consultation" || amendment !== null);
  return inHand.length ? <DeskPlans plans={inHand} locale={locale} /> : null;
}

/** Comments that wait for a moderator or for a response of the Secretariat. */
async function comments({ actor, locale, now }: DeskContext): Promise<ReactNode | null> {
  const [toModerate, toAnswer] = await Promise.all([listCommentsToModerate(actor, now), listCommentsToAnswer(actor, now)]);
  return toModerate.length + toAnswer.length ? <CommentDesk toModerate={toModerate} toAnswer={toAnswer} locale={locale} /> : null;
}

/** What meetings ask of the organisations that the person answers for. */
async function recommendations({ actor, locale, now }: DeskContext): Promise<ReactNode | null> {
  const { waiting, promised } = await listOwnRecommendations(actor, now);
  return waiting.length + promised.length ? <DeskRecommendations waiting={waiting} promised={promised} locale={locale} /> : null;
}

/** What waits in the log of the process: minutes, responses of others (one's own are listed above), drafts. */
async function process({ actor, locale, now }: DeskContext): Promise<ReactNode | null> {
  const [all, everybodys, own] = await Promise.all([listEvents(actor, {}, now), listUnansweredRecommendations(actor, now), listOwnRecommendations(actor, now)]);
  const unanswered = everybodys.filter(({ id }) => own.waiting.every((one) => one.id !== id));
  const events = all.filter(({ status, minutesDue }) => status === "draft" || minutesDue);
  return events.length + unanswered.length ? <WaitingProcess events={events} unanswered={unanswered} today={dayOf(now)} locale={locale} /> : null;
}

/** In the order in which they stand on the desk: what has a term first. */
export const deskSections: readonly DeskSection[] = [
  { key: "reporting", load: reporting },
  { key: "review", load: review },
  { key: "assessments", load: assessments },
  { key: "reports", load: reports },
  { key: "comments", load: comments },
  { key: "recommendations", load: recommendations },
  { key: "process", load: process },
  { key: "plans", load: plans },
  { key: "collections", load: collections },
  { key: "failed-reminders", load: failedReminders },
  { key: "without-password", load: withoutPassword },
];
