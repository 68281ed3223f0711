import { createTranslator } from "next-intl";
import { readMessages } from "#lib/platform/i18n/messages.ts";

/** Words of one language outside a page: mails, files. Keys start with the namespace: `say("mail.confirm.subject")`. */
export async function translatorFor(locale: string) {
  return createTranslator({ locale: locale as "ka", messages: await readMessages(locale), timeZone: "Asia/Tbilisi" });
}

/** What {@link translatorFor} gives. */
export type Translator = Awaited<ReturnType<typeof translatorFor>>;
