import { useTranslations, type Locale } from "next-intl";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanView } from "#lib/plans/queries.ts";
import { isFiltered } from "#lib/plans/rules.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FilterForm } from "./filter-form.tsx";
import { anchorOf, CommitmentList, PartSection } from "./part-section.tsx";

interface Props {
  plan: PlanView;
  /** The address, without its language, of another page. */
  hrefFor: (page: number) => string;
  locale: Locale;
}

/** What the plan holds, part by part, and the filters above it. */
export function CommitmentsSection({ plan, hrefFor, locale }: Props) {
  const t = useTranslations("plans");
  return (
    <section aria-labelledby="commitments">
      <SectionHeading id="commitments">{t(`many.${plan.vocabulary}`)}</SectionHeading>
      {plan.total > 1 && <FilterForm plan={plan} locale={locale} />}
      {plan.total === 1 && <Disclosure summary={t("filters.legend", { kind: plan.vocabulary })} open={isFiltered(plan.filters)}><FilterForm plan={plan} locale={locale} /></Disclosure>}
      {plan.shown === 0 && plan.total > 0 && <p>{t("filters.nothing", { kind: plan.vocabulary })}</p>}
      <CommitmentList lines={plan.loose} plan={plan} locale={locale} />
      {(plan.shown > 0 || plan.total === 0) && plan.parts.map((part, index) => <PartSection key={part.id} part={part} anchor={anchorOf(part, index)} plan={plan} locale={locale} />)}
      <Pagination page={plan.page} pages={plan.pages} hrefFor={(page) => `${hrefFor(page)}#commitments`} />
    </section>
  );
}
