import { useTranslations, type Locale } from "next-intl";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { CommitmentLine } from "#components/commitments/commitment-line.tsx";
import { partsOf } from "#components/plans/status-bar.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { PlanShare } from "#lib/lines/queries.ts";
import { countProgress } from "#lib/milestones/rules.ts";
import { formatList } from "#lib/platform/i18n/formats.ts";
import styles from "./plan-share-section.module.css";

/** What an organisation leads in one plan, where that stands, and what it takes part in. */
export function PlanShareSection({ share, locale }: { share: PlanShare; locale: Locale }) {
  const t = useTranslations();
  const { plan, leads, takesPart } = share;
  const counts = countProgress(leads.map(({ standing }) => standing));
  return (
    <section className={styles.plan}>
      <h2><Link href={`/plans/${plan.slug}`} look="quiet"><LocalizedText value={plan.title} locale={locale} /></Link></h2>
      {leads.length > 0 && (
        <>
          <h3 className={styles.role}>{t("organisations.leads")}</h3>
          <ShareBar label={t("organisations.bar")} parts={partsOf(counts, (status) => t(`status.progress.${status}`))} />
          <LedgerList>{leads.map((line) => <CommitmentLine key={line.slug} line={line} plan={plan} locale={locale} named={false} />)}</LedgerList>
        </>
      )}
      {takesPart.length > 0 && (
        <>
          <h3 className={styles.role}>{t("organisations.takesPart")}</h3>
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
