import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

const always = ["ui", "forms", "errors", "status", "layout"];

/**
 * Gives the client components below their words, and only those: every namespace named here is sent to the browser.
 * `ui`, `forms`, `errors`, `status` and `layout` always are.
 */
export async function ClientWords({ namespaces = [], children }: { namespaces?: readonly string[]; children: ReactNode }) {
  const messages = await getMessages();
  const picked = Object.fromEntries([...always, ...namespaces].map((name) => [name, messages[name]]));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
