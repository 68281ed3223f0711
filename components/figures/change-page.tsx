import { useTranslations, type Locale } from "next-intl";
import { FilterChoice, FilterSentence } from "#components/forms/filter-sentence.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { getPlanChanges } from "#lib/figures/plan-figures/queries.ts";
import { csvPages } from "#lib/figures/plan-figures/rules.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import { ChangeList } from "./change-list.tsx";
import { FigureSection } from "./figure-section.tsx";
import { ChangesLead } from "./period-figures.tsx";

type Found = NonNullable<Awaited<ReturnType<typeof getPlanChanges>>>;

/** Two periods to choose, and what changed between their ends. */
export function ChangePage({ found: { plan, of, ends, changes }, locale }: { found: Found; locale: Locale }) {
  const t = useTranslations("figures");
  if (!changes) return <p>{t("progress.empty")}</p>;
  const { from, to, list } = changes;
  const ask = { of, from: from?.endsOn ?? null, to: to.endsOn };
  const options = ends.map(({ endsOn, label }) => ({ value: endsOn, label: pickText(label, locale)?.text ?? endsOn }));
  const files = csvPages(list.total).map((page) => figuresAddress(plan.slug, "/changes.csv", { ...ask, page }));
  return (
    <>
      {options.length > 1 && (
        <FilterSentence action={`/${locale}/plans/${plan.slug}/figures/changes`} label={t("changes.choose")} submit={t("changes.show")} choice={`${ask.from} ${ask.to}`}>
          <input type="hidden" name="of" value={of} />
          <FilterChoice name="from" label={t("changes.from")} value={ask.from} options={options.slice(0, -1)} />
          <FilterChoice name="to" label={t("changes.to")} value={ask.to} options={options.slice(1)} />
        </FilterSentence>
      )}
      <ChangesLead changes={changes} locale={locale} />
      <FigureSection level={2} figure={list.figure} locale={locale} csv={files} empty={t("milestones.none")}><ChangeList figure={list.figure} locale={locale} /></FigureSection>
      <Pagination page={list.page} pages={list.pages} hrefFor={(page) => figuresAddress(plan.slug, "/changes", { ...ask, page })} />
    </>
  );
}
