import { useTranslations, type Locale } from "next-intl";
import { LedgerLine } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { PlanLine as Line } from "#lib/plans/queries.ts";
import styles from "./plan-line.module.css";
import { StatusBar } from "./status-bar.tsx";

/** A plan as one line of the ledger: what it is, who answers for it, and where its commitments stand. */
export function PlanLine({ plan, locale }: { plan: Line; locale: Locale }) {
  const t = useTranslations();
  return (
    <LedgerLine href={`/plans/${plan.slug}`} title={<span className={styles.title}><LocalizedText value={plan.title} locale={locale} /></span>}>
      <p>
        {t(`status.planLevel.${plan.level}`)} · <TermText term={plan.term} locale={locale} /> · {t(`status.plan.${plan.status}`)} · <LocalizedText value={plan.secretariat.name} locale={locale} />
      </p>
      <StatusBar plan={plan} />
    </LedgerLine>
  );
}
