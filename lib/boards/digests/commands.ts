import { calendarOf } from "#lib/record/calendars/rules.ts";
import { digestMailKind } from "#lib/boards/digests/schema.ts";
import { defaultLocale, localeSchema, localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { dueOf, type MissingReport, type MissingWork, type WaitingReview } from "#lib/boards/missing-reports/queries.ts";
import { urgency } from "#lib/boards/missing-reports/rules.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { formatDate, formatList, formatPartialDate, formatTerm } from "#lib/platform/i18n/formats.ts";
import { translatorFor, type Say } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** Whom a digest is for. */
export interface Recipient {
  accountId: string;
  name: string;
  email: string;
  locale: string;
}

/** What a digest tells: one's own missing reports, and for a Secretariat what waits and who is missing. */
export interface DigestContent {
  /** The earliest due first. */
  own: MissingWork[];
  waiting: WaitingReview[];
  absent: MissingWork[];
  /** The names of the Secretariats for which somebody works, and is told `waiting` and `absent`. */
  secretariats: Localized[];
  /** Who asked for it; null: it was time. */
  askedBy: string | null;
}

/** In which language it is told, and when. */
interface Telling {
  say: Say;
  locale: Locale;
  now: Date;
}

/** Longer lists are cut, and say by how much: everything is on the page that the mail leads to. */
const linesShown = 40;

/**
 * Puts one digest into a person's mail, in their language, unless they got one today: then nothing happens and it tells
 * false. Also when called twice at once: the day's row is the lock.
 */
export async function sendDigest(to: Recipient, content: DigestContent, now: Date): Promise<boolean> {
  const locale = localeSchema.catch(defaultLocale).parse(to.locale);
  const telling = { say: await translatorFor(locale), locale, now };
  return inTransaction(async () => {
    const { count } = await db().digest.createMany({ data: [{ accountId: to.accountId, day: dayOf(now), createdAt: now }], skipDuplicates: true });
    if (count === 0) return false;
    const mail = { kind: digestMailKind, locale, recipient: to.email, subject: subjectOf(content, telling), body: bodyOf(to, content, telling), attachments: attachmentsOf(content.own, telling) };
    await queueMail(mail, now);
    return true;
  });
}

const textIn = (locale: Locale, value: Localized | null): string => localize(value, locale)?.text ?? "";
const pageOf = ({ period }: MissingWork, locale: Locale): string => publicUrl(`/${locale}/workspace/periods/${period.id}`);

function subjectOf({ own, waiting, absent }: DigestContent, { say, now }: Telling): string {
  const [first] = own;
  if (!first) return say("reminders.mail.subject.secretariat", { waiting: waiting.reduce((sum, { count }) => sum + count, 0), agencies: new Set(absent.map(({ organisation }) => organisation.id)).size });
  const { when, days } = urgency(dueOf(first), now);
  return say(`reminders.mail.subject.${when}`, { days, count: own.reduce((sum, { missing }) => sum + missing.length, 0) });
}

function bodyOf(to: Recipient, content: DigestContent, telling: Telling): string {
  const { say } = telling;
  const parts = [say("reminders.mail.hello", { name: to.name }), ...ownPart(content, telling), ...secretariatPart(content, telling), say("reminders.mail.signature")];
  return `${parts.join("\n\n")}\n`;
}

function ownPart({ own, askedBy }: DigestContent, telling: Telling): string[] {
  if (own.length === 0) return [];
  const { say, locale } = telling;
  const names = [...new Set(own.map(({ organisation }) => textIn(locale, organisation.name)))];
  return [
    askedBy ? say("reminders.mail.asked", { sender: askedBy }) : say("reminders.mail.lead"),
    ...own.map((work) => workText(work, telling)),
    ...(own.some((work) => dueOf(work)) ? [say("reminders.mail.calendar")] : []),
    say("reminders.mail.why", { organisations: formatList(names, locale) }),
  ];
}

function workText(work: MissingWork, telling: Telling): string {
  const { say, locale, now } = telling;
  const due = dueOf(work);
  const { when, days } = urgency(due, now);
  const rest = work.missing.length - linesShown;
  return [
    textIn(locale, work.plan.title),
    say("reminders.mail.where", { organisation: textIn(locale, work.organisation.name), period: textIn(locale, work.period.label) }),
    say(`reminders.mail.due.${when}`, { days, date: due ? formatDate(due, locale) : "" }),
    "",
    ...work.missing.slice(0, linesShown).map((report) => reportText(report, work.plan.vocabulary, telling)),
    ...(rest > 0 ? [say("reminders.mail.more", { count: rest })] : []),
    "",
    say("reminders.mail.open"),
    pageOf(work, locale),
  ].join("\n");
}

function reportText({ number, title, whole, term, state, note }: MissingReport, vocabulary: string, { say, locale }: Telling): string {
  const name = textIn(locale, title) || say("reminders.mail.untitled");
  const full = whole ? `${name} (${say(`reminders.mail.whole.${vocabulary === "activity" ? "activity" : "commitment"}`)})` : name;
  const end = term.endsOn ?? term.startsOn;
  const when = formatTerm(term, locale) ?? (end ? formatPartialDate(end, locale) : null);
  const facts = [say(`reminders.mail.state.${state}`), when ? say("reminders.mail.term", { term: when }) : say("reminders.mail.noTerm")].join("; ");
  const lines = [say("reminders.mail.line", { number, title: full }), `   ${facts}`];
  return (note ? [...lines, `   ${say("reminders.mail.note", { note: note.replace(/\s+/g, " ") })}`] : lines).join("\n");
}

function secretariatPart({ waiting, absent, secretariats }: DigestContent, { say, locale }: Telling): string[] {
  if (waiting.length === 0 && absent.length === 0) return [];
  const lines = waiting.map(({ planTitle, periodLabel, count }) => `- ${say("reminders.mail.waitingLine", { plan: textIn(locale, planTitle), period: textIn(locale, periodLabel), count })}`);
  const periods = [...Map.groupBy(absent, ({ period }) => period.id).values()];
  const absentText = periods.map((works) => [
    ...works.slice(0, 1).map(({ plan, period }) => say("reminders.mail.absentIn", { plan: textIn(locale, plan.title), period: textIn(locale, period.label) })),
    ...works.map(({ organisation, missing }) => `- ${say("reminders.mail.absentLine", { organisation: textIn(locale, organisation.name), count: missing.length })}`),
    ...works.slice(0, 1).map((work) => pageOf(work, locale)),
  ].join("\n"));
  return [
    say("reminders.mail.secretariatLead"),
    ...(lines.length ? [[say("reminders.mail.waiting"), ...lines, say("reminders.mail.review"), publicUrl(`/${locale}/workspace/review`)].join("\n")] : []),
    ...(absentText.length ? [say("reminders.mail.absent"), ...absentText] : []),
    say("reminders.mail.whySecretariat", { organisations: formatList([...new Set(secretariats.map((name) => textIn(locale, name)))], locale) }),
  ];
}

/** One calendar file with the last day of each period and organisation; a change of the period or of the extension raises the sequence. */
function attachmentsOf(own: readonly MissingWork[], { say, locale, now }: Telling) {
  const days = own.flatMap((work) => {
    const [day, link] = [dueOf(work), pageOf(work, locale)];
    if (!day) return [];
    const { period, organisation, extension, plan } = work;
    const words = { period: textIn(locale, period.label), organisation: textIn(locale, organisation.name), plan: textIn(locale, plan.title), link };
    const uid = `period-${period.id}-${organisation.id}@${new URL(publicUrl("/")).hostname}`;
    return [{ uid, sequence: period.version + (extension?.version ?? 0), day, summary: say("reminders.calendar.summary", words), description: say("reminders.calendar.description", words), url: link }];
  });
  return days.length ? [{ fileName: "reporting.ics", mediaType: "text/calendar; charset=utf-8; method=PUBLISH", content: calendarOf(days, now) }] : [];
}
