import { createTranslator } from "use-intl/core";
import { readMessages, type Words } from "#lib/platform/i18n/messages.ts";

/** Says one of our sentences; the key starts with its namespace: `say("mail.confirm.subject", { about })`. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Words of one language outside a page: for mails and files. */
export async function translatorFor(locale: string): Promise<Say> {
  // Which keys exist is checked by messages.test.ts; the translator knows the types of nested keys only from one language's own file.
  const messages: Words = await readMessages(locale);
  const say = createTranslator({ locale: locale as "ka", messages: messages as Record<string, string>, timeZone: "Asia/Tbilisi" });
  return (key, values) => say(key, values);
}
