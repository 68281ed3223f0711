import { localeSchema } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";

/** What an account's owner is told by mail; each has a subject and a body in `messages/<locale>/account-mail.json`. */
export type AccountMessage =
  | "invitation" | "role_given" | "password_link" | "reset" | "password_changed"
  | "second_factor_set_up" | "second_factor_removed" | "second_factor_reset" | "recovery_codes_made" | "recovery_code_used";

/** Whom to tell, and in which language. */
export interface Addressee {
  email: string;
  name: string;
  locale: string;
}

/** Queues a mail to the owner of an account in their language, in the transaction under way. `values` fill the body. */
export async function mailAccount(to: Addressee, message: AccountMessage, values: Record<string, string | number>, now: Date): Promise<void> {
  const locale = localeSchema.catch("ka").parse(to.locale);
  const say = await translatorFor(locale);
  const text = say(`account-mail.${message}.body`, { name: to.name, ...values });
  const body = `${say("account-mail.hello", { name: to.name })}\n\n${text}\n\n${say("account-mail.signature")}\n`;
  await queueMail({ kind: `account.${message}`, locale, recipient: to.email, subject: say(`account-mail.${message}.subject`), body }, now);
}
