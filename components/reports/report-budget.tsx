import { useTranslations, type Locale } from "next-intl";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { formatMoney } from "#lib/platform/i18n/formats.ts";
import type { SnapshotBudgetLine } from "#lib/reports/snapshots/schema.ts";
import styles from "./reports.module.css";

/** Money as the plan states it: sum, programme code, source; the plan's own words where they say more. */
export function ReportBudget({ lines, locale }: { lines: readonly SnapshotBudgetLine[]; locale: Locale }) {
  const t = useTranslations("reports.facts");
  return (
    <ul>
      {lines.map((line, index) => {
        const stated = [
          line.amount !== null && line.currency ? formatMoney(line.amount, line.currency, locale) : null,
          line.noAdditionalCost ? t("noAdditionalCost") : null,
          line.programmeCode ? t("programme", { code: line.programmeCode }) : null,
          pickText(line.fundingSource, locale)?.text ?? null,
        ].filter((part) => part !== null);
        return (
          <li key={index}>
            {stated.join(", ")}
            {line.statedText && <p className={styles.soft}>{t.rich("statedText", { text: () => <LocalizedText value={line.statedText} locale={locale} as="q" /> })}</p>}
          </li>
        );
      })}
    </ul>
  );
}
