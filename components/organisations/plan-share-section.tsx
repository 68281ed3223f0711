import { useTranslations, type Locale } from "next-intl";
import { CommitmentLine } from "#components/commitments/commitment-line.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { PlanShare } from "#lib/plans/lines/queries.ts";
import { formatList } from "#lib/platform/i18n/formats.ts";
import styles from "./plan-share-section.module.css";

/** What an organisation leads in one plan, and what it takes part in. */
export function PlanShareSection({ share, locale }: { share: PlanShare; locale: Locale }) {
  const t = useTranslations();
  const { plan, leads, takesPart } = share;
  return (
    <section className={styles.plan}>
      <h3><Link href={`/plans/${plan.slug}`} look="quiet"><LocalizedText value={plan.title} locale={locale} /></Link></h3>
      {leads.length > 0 && (
        <>
          <h4 className={styles.role}>{t("organisations.leads")}</h4>
          <LedgerList>{leads.map((line) => <CommitmentLine key={line.slug} line={line} plan={plan} locale={locale} named={false} />)}</LedgerList>
        </>
      )}
      {takesPart.length > 0 && (
        <>
          <h4 className={styles.role}>{t("organisations.takesPart")}</h4>
          <LedgerList>
            {takesPart.map((line) => (
              <CommitmentLine key={line.slug} line={line} plan={plan} locale={locale}>
                {line.numbers.length > 0 && <p>{t("organisations.inMilestones", { kind: plan.vocabulary, list: formatList(line.numbers, locale) })}</p>}
              </CommitmentLine>
            ))}
          </LedgerList>
        </>
      )}
    </section>
  );
}
