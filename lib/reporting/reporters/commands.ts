import { defaultLocale, localeSchema, type Locale } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { tellMembers, type MemberMail } from "#lib/accounts/members/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { translatorFor, type Say } from "#lib/platform/i18n/translator.ts";
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
  const told = await tellMembers("coordinator", update.organisationId, (locale, say) => (
    decisionMail(say, locale, decision, `reporting.mail.${decision.kind}`, { link: publicUrl(`/${locale}${decision.path}`) })
  ), now);
  const link = update.submittedLinkId ? await db().reportingLink.findUnique({ where: { id: update.submittedLinkId }, select: { email: true, locale: true, createdAt: true } }) : null;
  if (!link || told.includes(link.email)) return;
  const locale = localeSchema.catch(defaultLocale).parse(link.locale);
  const mail = decisionMail(await translatorFor(locale), locale, decision, `links.mail.${decision.kind}`, { mailed: formatDate(link.createdAt, locale) });
  await queueMail({ ...mail, locale, recipient: link.email }, now);
}

function decisionMail(say: Say, locale: Locale, decision: Decision, words: string, more: Record<string, string>): MemberMail {
  const values = { ...decision.words(locale), ...more };
  return { kind: `update.${decision.kind}`, subject: say(`${words}.subject`, values), body: say(`${words}.body`, values) };
}
