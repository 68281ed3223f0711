import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { TopicLine } from "#lib/figures/topics/queries.ts";

/** The thematic areas or the goals, each with how much there is of it. */
export function TopicIndex({ of, lines, locale }: { of: "topics" | "sdgs"; lines: readonly TopicLine[]; locale: Locale }) {
  const t = useTranslations("topics");
  return (
    <section aria-labelledby={of}>
      <SectionHeading id={of}>{t(`index.${of}`)}</SectionHeading>
      <LedgerList>
        {lines.map(({ key, label, commitments, plans }) => (
          <LedgerLine key={key} {...(of === "sdgs" ? { code: key } : {})} href={`/${of}/${key}`} title={<LocalizedText value={label} locale={locale} />}>{t("count", { count: commitments, plans })}</LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}
