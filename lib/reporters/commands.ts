import { defaultLocale, localeSchema, type Locale } from "#lib/localized/schema.ts";
import { queueMail } from "#lib/mail/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

/** What the Secretariat decided on an update, for those who reported it. */
export interface Decision {
  kind: "accepted" | "returned";
  /** Path of the report in the workspace, without its language. */
  path: string;
  /** What it is about in a language, and the note. */
  words: (locale: Locale) => { what: string; period: string; note: string };
}

/**
 * Queues a mail about a decision to each coordinator of the organisation, in their language, and to whoever sent the update
 * by a mailed link; the token of that link is nowhere, so the mail says which link it was.
 */
export async function tellReporters(update: { organisationId: string; submittedLinkId: string | null }, decision: Decision, now: Date): Promise<void> {
  const people = await db().account.findMany({
    where: { disabledAt: null, memberships: { some: { role: "coordinator", organisationId: update.organisationId } } }, select: { email: true, locale: true },
  });
  for (const person of people) {
    const locale = localeSchema.catch(defaultLocale).parse(person.locale);
    await queueDecision(person.email, locale, decision, `reporting.mail.${decision.kind}`, { link: publicUrl(`/${locale}${decision.path}`) }, now);
  }
  const link = update.submittedLinkId ? await db().reportingLink.findUnique({ where: { id: update.submittedLinkId }, select: { email: true, locale: true, createdAt: true } }) : null;
  if (!link || people.some(({ email }) => email === link.email)) return;
  const locale = localeSchema.catch(defaultLocale).parse(link.locale);
  await queueDecision(link.email, locale, decision, `links.mail.${decision.kind}`, { mailed: formatDate(link.createdAt, locale) }, now);
}

async function queueDecision(recipient: string, locale: Locale, decision: Decision, words: string, more: Record<string, string>, now: Date): Promise<void> {
  const say = await translatorFor(locale);
  const values = { ...decision.words(locale), ...more };
  await queueMail({ kind: `update.${decision.kind}`, locale, recipient, subject: say(`${words}.subject`, values), body: say(`${words}.body`, values) }, now);
}
