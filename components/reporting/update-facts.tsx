import { useTranslations, type Locale } from "next-intl";
import type { ReportedSubject, UpdateView } from "#lib/reporting/queries.ts";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import { ProgressMark } from "./progress-mark.tsx";
import styles from "./reporting.module.css";

interface Props {
  update: UpdateView;
  locale: Locale;
  subject?: Pick<ReportedSubject, "indicators" | "sources">;
  /** See {@link EvidenceList}. */
  files?: string | undefined;
}

/** What one update says: status, result, reasons, indicators, proof. */
export function UpdateFacts({ update, locale, subject, files }: Props) {
  const t = useTranslations("reporting.review");
  const facts: Fact[] = [
    { label: t("progress"), value: <ProgressMark progress={update.progress} locale={locale} /> },
    { label: t("result"), value: update.noProgress && !update.result ? t("noProgress") : <LocalizedParagraphs value={update.result} locale={locale} /> },
  ];
  if (update.reasons) facts.push({ label: t("reasons"), value: <LocalizedParagraphs value={update.reasons} locale={locale} /> });
  if (update.actuals.length) facts.push({ label: t("indicators"), value: <Actuals update={update} locale={locale} subject={subject} /> });
  facts.push({ label: t("evidence"), value: <EvidenceList evidence={update.evidence} locale={locale} sources={subject?.sources} files={files} /> });
  return <FactList facts={facts} />;
}

function Actuals({ update, locale, subject }: { update: UpdateView; locale: Locale; subject: Props["subject"] }) {
  return (
    <ul role="list" className={styles.actuals}>
      {update.actuals.map((actual) => {
        const indicator = subject?.indicators.find(({ id }) => id === actual.indicatorId);
        return (
          <li key={actual.indicatorId}>
            {indicator && <><LocalizedText value={indicator.text} locale={locale} />: </>}
            <strong>
              {actual.value !== null && formatNumber(actual.value, locale, 6)} {actual.value !== null && indicator?.unit && <LocalizedText value={indicator.unit} locale={locale} />}
              {actual.text && <> <LocalizedText value={actual.text} locale={locale} /></>}
            </strong>
          </li>
        );
      })}
    </ul>
  );
}
