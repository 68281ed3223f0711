import type { Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** The path of one of our addresses without its language, as links want it. */
function pathOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return `${pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "") || "/"}${search}${hash}`;
}

/** News as lines, the newest first; `sentence` says what each is. */
export function NewsList({ entries, sentence, locale }: { entries: readonly FeedEntry[]; sentence: (entry: FeedEntry) => string; locale: Locale }) {
  return (
    <LedgerList>
      {entries.map((entry) => (
        <LedgerLine key={entry.id} title={sentence(entry)} href={pathOf(entry.url[locale])} aside={formatDate(dayOf(entry.at), locale)}>
          {entry.plan && <LocalizedText value={entry.plan.title} locale={locale} as="span" />}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
