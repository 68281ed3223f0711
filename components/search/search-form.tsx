import { useTranslations, type Locale } from "next-intl";
import { FilterCheck, FilterChoice, FilterResult } from "#components/forms/filter-sentence.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import type { FacetCounts } from "#lib/search/queries.ts";
import { facetNames, isNarrowed, searchAddress, searchKinds, type FacetName, type Search } from "#lib/search/schema.ts";
import { SearchField } from "./search-field.tsx";
import styles from "./search.module.css";

interface Props {
  search: Search;
  /** Null: nothing was asked yet. */
  facets: FacetCounts | null;
  /** More commitments were found than the facets are counted among. */
  more: boolean;
  labels: ReadonlyMap<string, Texts>;
  locale: Locale;
}

/** The question and what commitments can be narrowed by, as one plain form whose choices become the address. */
export function SearchForm({ search, facets, more, labels, locale }: Props) {
  const t = useTranslations();
  const plain = searchAddress({ ...search, facets: Object.fromEntries(facetNames.map((name) => [name, null])) as Search["facets"], overdue: false, page: 1 });
  const kinds = Object.fromEntries(searchKinds.map((kind) => [kind, t(`search.one.${kind}`)]));
  return (
    <form key={searchAddress(search)} method="get" action={`/${locale}/search`} role="search" aria-label={t("search.title")} className={styles.form}>
      <SearchField label={t("search.field.label")} hint={t("search.field.hint")} value={search.question} kinds={kinds} locale={locale} />
      <p className={styles.submit}><Button>{t("search.field.submit")}</Button></p>
      {search.kind && <input type="hidden" name="kind" value={search.kind} />}
      {facets && (
        <Disclosure summary={t("search.facets.legend")} open={isNarrowed(search)}>
          <fieldset className={styles.facets} aria-label={t("search.facets.legend")}>
            {facetNames.map((name) => <Facet key={name} name={name} search={search} facets={facets} labels={labels} locale={locale} />)}
            {(facets.overdue > 0 || search.overdue) && <FilterCheck name="overdue" label={t("search.facets.overdue", { count: facets.overdue })} checked={search.overdue} />}
            <Button tone="plain">{t("search.facets.submit")}</Button>
          </fieldset>
          {more && <p>{t("search.facets.more")}</p>}
        </Disclosure>
      )}
      {isNarrowed(search) && <FilterResult clear={t("search.facets.clear")} href={plain} hint={t("search.facets.hint")}>{t("search.facets.narrowed")}</FilterResult>}
    </form>
  );
}

function Facet({ name, search, facets, labels, locale }: Omit<Props, "facets" | "more"> & { name: FacetName; facets: FacetCounts }) {
  const t = useTranslations();
  const chosen = search.facets[name];
  const counted = facets[name].some(({ value }) => value === chosen) || chosen === null ? facets[name] : [{ value: chosen, count: 0 }, ...facets[name]];
  if (counted.length === 0) return null;
  const word = (value: string) => {
    if (name === "status" || name === "level") return facets[name].some((one) => one.value === value) ? t(`status.${name === "status" ? "progress" : "planLevel"}.${value}`) : value;
    const label = pickText(labels.get(`${name}:${value}`), locale)?.text ?? value;
    return name === "sdg" && label !== value ? `${value}. ${label}` : label;
  };
  const inOrder = name === "sdg" || name === "year" ? counted.toSorted((a, b) => Number(a.value) - Number(b.value)) : counted;
  return <FilterChoice name={name} label={t(`search.facets.${name}`)} value={chosen} options={inOrder.map(({ value, count }) => ({ value, label: t("search.facets.option", { name: word(value), count }) }))} />;
}
