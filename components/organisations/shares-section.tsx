import { useTranslations, type Locale } from "next-intl";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanShare } from "#lib/plans/lines/queries.ts";
import { addressOf } from "#lib/record/addresses/schema.ts";
import { pagesOf } from "#lib/record/pages/rules.ts";
import { linesPageSize } from "#lib/plans/lines/schema.ts";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import { PlanShareSection } from "./plan-share-section.tsx";

interface Props {
  /** Of this page. */
  shares: readonly PlanShare[];
  total: number;
  page: number;
  /** The page's address without its language. */
  path: string;
  locale: Locale;
}

/** The commitments that name an organisation, under their plans, a page at a time. */
export function SharesSection({ shares, total, page, path, locale }: Props) {
  const t = useTranslations("organisations");
  if (total === 0) return null;
  return (
    <section aria-labelledby="commitments">
      <SectionHeading id="commitments" note={formatNumber(total, locale)}>{t("commitments")}</SectionHeading>
      {shares.map((share) => <PlanShareSection key={share.plan.slug} share={share} locale={locale} />)}
      <Pagination page={page} pages={pagesOf(total, linesPageSize)} hrefFor={(number) => `${addressOf(path, { page: number })}#commitments`} />
    </section>
  );
}
