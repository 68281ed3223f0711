import type { Locale } from "#lib/record/localized/schema.ts";

/** The short address of a commitment, for paper: it fits on a line and is typed in a moment. With a language, that of the page it leads to. */
export function shortPath(code: string, locale?: Locale): string {
  return locale ? `/c/${code}/${locale}` : `/c/${code}`;
}

/** What a person types for a path of this site: without "https://". */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, "");
}

/** A code as it was drawn, whatever the case in which somebody types it; null for what can be none. */
export function codeOf(typed: string): string | null {
  const code = typed.toLowerCase();
  return /^[2-9b-df-hj-km-np-tv-xz]{8}$/.test(code) ? code : null;
}
