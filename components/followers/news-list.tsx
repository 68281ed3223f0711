import type { Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { FeedEntry } from "#lib/feeds/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { dayOf } from "#lib/terms/rules.ts";

/** News as lines, the newest first; `sentence` says what each is. */
export function NewsList({ entries, sentence, locale }: { entries: readonly FeedEntry[]; sentence: (entry: FeedEntry) => string; locale: Locale }) {
  return (
    <LedgerList>
      {entries.map((entry) => (
        <LedgerLine key={entry.id} title={<a href={entry.url[locale]}>{sentence(entry)}</a>} aside={formatDate(dayOf(entry.at), locale)}>
          {entry.plan && <LocalizedText value={entry.plan.title} locale={locale} as="span" />}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
