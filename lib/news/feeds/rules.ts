import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import type { FeedEntry } from "./schema.ts";

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text within XML. Characters that XML has no way to write are left out. */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign);
}

/** The words of a feed in its language. */
export interface FeedWords {
  title: string;
  subtitle: string;
  /** What an entry says in one sentence. */
  sentence: (entry: FeedEntry) => string;
}

export interface FeedFrame {
  locale: Locale;
  /** Of the feed itself and of the page that it belongs to. */
  self: string;
  page: string;
  words: FeedWords;
  rights: string;
  /** When there is no entry to say it. */
  now: Date;
}

const said = (text: Localized | null, locale: Locale): string => localize(text, locale)?.text ?? "";

function entryXml(entry: FeedEntry, { locale, words }: FeedFrame): string {
  const by = said(entry.by, locale);
  const summary = localize(entry.summary, locale);
  return [
    "<entry>", `<id>${xmlText(entry.id)}</id>`, `<title>${xmlText(words.sentence(entry))}</title>`, `<updated>${entry.at.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${xmlText(entry.url[locale])}"/>`, `<author><name>${xmlText(by || words.title)}</name></author>`, `<category term="${entry.kind}"/>`,
    ...(summary ? [`<summary type="text" xml:lang="${summary.lang}">${xmlText(summary.text.slice(0, 2_000).toWellFormed())}</summary>`] : []), "</entry>",
  ].join("");
}

/** An Atom feed (RFC 4287) of entries, the newest first. */
export function atomOf(entries: readonly FeedEntry[], frame: FeedFrame): string {
  const { locale, self, page, words, rights, now } = frame;
  const newest = entries[0]?.at ?? now;
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n', `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`, `<id>${xmlText(self)}</id>`, `<title>${xmlText(words.title)}</title>`,
    `<subtitle>${xmlText(words.subtitle)}</subtitle>`, `<updated>${newest.toISOString()}</updated>`, `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`, `<author><name>${xmlText(words.title)}</name></author>`, `<rights>${xmlText(rights)}</rights>`,
    ...entries.map((entry) => entryXml(entry, frame)), "</feed>\n",
  ].join("");
}
