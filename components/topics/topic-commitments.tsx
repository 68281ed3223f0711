import { useTranslations, type Locale } from "next-intl";
import { CommitmentLine } from "#components/commitments/commitment-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { addressOf } from "#lib/record/addresses/schema.ts";
import { pagesOf } from "#lib/record/pages/rules.ts";
import { linesPageSize } from "#lib/plans/lines/schema.ts";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import type { PlanGroup } from "#lib/figures/topics/queries.ts";
import styles from "./topics.module.css";

interface Props {
  groups: readonly PlanGroup[];
  total: number;
  page: number;
  /** The page's address without its language. */
  path: string;
  locale: Locale;
}

/** The commitments of a topic under their plans, a page at a time. */
export function TopicCommitments({ groups, total, page, path, locale }: Props) {
  const t = useTranslations("topics");
  return (
    <section aria-labelledby="commitments">
      <SectionHeading id="commitments" note={formatNumber(total, locale)}>{t("commitments")}</SectionHeading>
      {groups.length === 0 && <p>{t("nothing")}</p>}
      {groups.map(({ plan, lines }) => (
        <div key={plan.slug} className={styles.plan}>
          <h3><Link href={`/plans/${plan.slug}`} look="quiet"><LocalizedText value={plan.title} locale={locale} /></Link></h3>
          <LedgerList>{lines.map((line) => <CommitmentLine key={line.slug} line={line} plan={plan} locale={locale} />)}</LedgerList>
        </div>
      ))}
      <Pagination page={page} pages={pagesOf(total, linesPageSize)} hrefFor={(number) => `${addressOf(path, { page: number })}#commitments`} />
    </section>
  );
}
