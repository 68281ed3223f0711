import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { listLocales, readMessages, type Messages } from "#lib/platform/i18n/messages.ts";

const fallbackLocale = "ka";
const kept = new Map<string, Promise<Messages>>();

/** Read once in production; on every request while words are being written. */
function messagesOf(locale: string): Promise<Messages> {
  if (process.env.NODE_ENV !== "production") return readMessages(locale);
  const messages = kept.get(locale) ?? readMessages(locale);
  kept.set(locale, messages);
  return messages;
}

/** The first segment of the address; our server puts the address into `x-path` before Next sees the request. */
async function localeInAddress(): Promise<string | undefined> {
  return (await headers()).get("x-path")?.split(/[/?#]/)[1];
}

export default getRequestConfig(async ({ locale: asked }) => {
  const wanted = asked ?? (await localeInAddress());
  const locale = (await listLocales()).find((known) => known === wanted) ?? fallbackLocale;
  return { locale: locale as typeof fallbackLocale, messages: await messagesOf(locale), timeZone: "Asia/Tbilisi" };
});
