import type { Role } from "#lib/record/actors/schema.ts";
import { defaultLocale, localeSchema, type Locale } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { translatorFor, type Say } from "#lib/platform/i18n/translator.ts";

/** A mail in one language; `kind` names it in the list of mails. */
export interface MemberMail {
  kind: string;
  subject: string;
  body: string;
}

/**
 * Queues a mail to everybody whose account has the role in the organisation, each in their language, in the transaction under
 * way. Answers the addresses that it was queued to.
 */
export async function tellMembers(role: Role, organisationId: string, write: (locale: Locale, say: Say) => MemberMail, now: Date): Promise<string[]> {
  const people = await db().account.findMany({ where: { disabledAt: null, memberships: { some: { role, organisationId } } }, select: { email: true, locale: true } });
  for (const person of people) {
    const locale = localeSchema.catch(defaultLocale).parse(person.locale);
    await queueMail({ ...write(locale, await translatorFor(locale)), locale, recipient: person.email }, now);
  }
  return people.map(({ email }) => email);
}
