import { useTranslations, type Locale } from "next-intl";
import { CommitmentLine } from "#components/commitments/commitment-line.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { MunicipalityPage } from "#lib/figures/municipalities/queries.ts";
import { municipalityPath } from "#lib/figures/municipalities/schema.ts";
import styles from "./municipalities.module.css";

/** What was promised there, under the plans that promise it, each line with both axes and what is late. */
export function MunicipalityCommitments({ slug, shown, locale }: { slug: string; shown: MunicipalityPage; locale: Locale }) {
  const t = useTranslations("municipalities");
  const plans = [...Map.groupBy(shown.commitments, ({ plan }) => plan.slug).values()];
  return (
    <section aria-labelledby="commitments">
      <SectionHeading id="commitments">{t("commitments")}</SectionHeading>
      <p className={styles.summary}>{t("summary", { count: shown.standing.total })} <span className={shown.standing.overdue > 0 ? styles.late : undefined}>{t("overdue", { count: shown.standing.overdue })}</span></p>
      {plans.map(([first, ...more]) => first && (
        <div key={first.plan.slug}>
          <h3 className={styles.plan}><Link href={`/plans/${first.plan.slug}`} look="quiet"><LocalizedText value={first.plan.title} locale={locale} /></Link></h3>
          <LedgerList>{[first, ...more].map(({ plan, line }) => <CommitmentLine key={line.slug} line={line} plan={plan} locale={locale} />)}</LedgerList>
        </div>
      ))}
      <p className={styles.what}>{t("what")} <Link href={`/search?municipality=${slug}`}>{t("search")}</Link></p>
      <Pagination page={shown.page} pages={shown.pages} hrefFor={(page) => `${municipalityPath(slug, page)}#commitments`} />
    </section>
  );
}
