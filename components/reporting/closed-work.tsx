import { useTranslations, type Locale } from "next-intl";
import type { ClosedWork as Closed } from "#lib/reporting/worklists/queries.ts";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import styles from "./reporting.module.css";

/** The coordinator's closed periods: what was sent stays readable, and whom to ask for a late report. */
export function ClosedWork({ closed, locale }: { closed: readonly Closed[]; locale: Locale }) {
  const t = useTranslations("reporting.periods");
  if (closed.length === 0) return null;
  return (
    <section aria-labelledby="closed-periods">
      <SectionHeading id="closed-periods">{t("closed")}</SectionHeading>
      <LedgerList>
        {closed.map(({ period, planTitle, secretariatName }) => (
          <LedgerLine key={period.id} href={`/workspace/periods/${period.id}`} title={<LocalizedText value={period.label} locale={locale} />}>
            <span className={styles.facts}>
              <LocalizedText value={planTitle} locale={locale} />
              <span>{t("askToReopen", { secretariat: pickText(secretariatName, locale)?.text ?? "" })}</span>
            </span>
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}
