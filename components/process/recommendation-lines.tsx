import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import type { RecommendationLineView } from "#lib/process/recommendations/queries.ts";

interface Props {
  id: string;
  title: string;
  lines: readonly RecommendationLineView[];
  locale: Locale;
  /** Whom it is addressed to, where that is not the reader. */
  withAddressee?: boolean;
}

/** Recommendations as lines of a ledger: what is asked, of whom, since when and until when. Nothing when there is none. */
export function RecommendationLines({ id, title, lines, locale, withAddressee }: Props) {
  const t = useTranslations("process.recommendation");
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionHeading id={id}>{title}</SectionHeading>
      <LedgerList>
        {lines.map((line) => (
          <LedgerLine
            key={line.id} href={`/workspace/process/recommendations/${line.id}`} title={<LocalizedText value={line.text} locale={locale} />}
            aside={line.dueOn ? t(line.overdue ? "overdue" : "dueLine", { date: formatPartialDate(line.dueOn, locale) }) : null}
          >
            {withAddressee && <><LocalizedText value={line.addressee.name} locale={locale} /> · </>}
            {line.state === "waiting" ? t("waitingDays", { days: line.days }) : t("promised")}
            <br /><LocalizedText value={line.event.title} locale={locale} />
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}
