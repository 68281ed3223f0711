import { useTranslations, type Locale } from "next-intl";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import type { SnapshotIndicator } from "#lib/reports/snapshots/schema.ts";
import styles from "./reports.module.css";

/** By what fulfilment is measured, with where it started, where it was to get, and where it got. */
export function ReportIndicators({ indicators, locale }: { indicators: readonly SnapshotIndicator[]; locale: Locale }) {
  return (
    <ul>
      {indicators.map((indicator) => (
        <li key={indicator.id}>
          {indicator.code && <span className={styles.code}>{indicator.code} </span>}
          <LocalizedText value={indicator.text} locale={locale} />
          <Measures indicator={indicator} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function Measures({ indicator: { baseline, target, actual, unit }, locale }: { indicator: SnapshotIndicator; locale: Locale }) {
  const t = useTranslations("reports.facts");
  const inUnit = (value: string) => [formatNumber(value, locale, 6), pickText(unit, locale)?.text].filter(Boolean).join(" ");
  const measures = [
    ...(baseline === null ? [] : [t("baseline", { value: inUnit(baseline) })]),
    ...(target === null ? [] : [t("target", { value: inUnit(target) })]),
    ...(actual?.value ? [t("actual", { value: inUnit(actual.value) })] : []),
  ];
  return (
    <>
      {measures.length > 0 && <p className={styles.soft}>{measures.join("; ")}</p>}
      {actual?.text && <p className={styles.soft}>{t.rich("actualText", { text: () => <LocalizedText value={actual.text} locale={locale} /> })}</p>}
    </>
  );
}
