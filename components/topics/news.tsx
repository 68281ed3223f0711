import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./topics.module.css";

/** What is new, in the sentences of the feed. */
export function News({ entries, say, locale }: { entries: readonly FeedEntry[]; say: (entry: FeedEntry) => string; locale: Locale }) {
  const t = useTranslations("topics");
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <SectionHeading id="news">{t("news")}</SectionHeading>
      <ul role="list" className={styles.news}>
        {entries.map((entry) => (
          <li key={entry.id}><time dateTime={entry.at.toISOString()}>{formatDate(entry.at, locale)}</time> <a href={entry.url[locale]}>{say(entry)}</a></li>
        ))}
      </ul>
    </section>
  );
}
