import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Found, FoundCommitment } from "#lib/search/found/queries.ts";
import { pagesOf } from "#lib/record/pages/rules.ts";
import { foundPassage, foundTitle } from "#lib/search/found/rules.ts";
import { formatDate, formatNumber } from "#lib/platform/i18n/formats.ts";
import { lastPage, searchAddress, searchKinds, type Hit, type Search, type SearchKind } from "#lib/search/schema.ts";
import { CommitmentResults } from "./commitment-results.tsx";
import { Runs } from "./runs.tsx";
import styles from "./search.module.css";

interface Props {
  search: Search;
  found: Found;
  commitments: readonly FoundCommitment[];
  pageSize: number;
  locale: Locale;
}

/** What was found, by kind; of each kind the first, and the way to all of it. */
export function Results({ search, found, commitments, pageSize, locale }: Props) {
  const t = useTranslations("search");
  const kinds = searchKinds.filter((kind) => (search.kind === null || search.kind === kind) && found.counts[kind].count > 0);
  return (
    <>
      {found.taken !== "typed" && <p>{t(`taken.${found.taken}`)}</p>}
      {kinds.map((kind) => <Group key={kind} kind={kind} search={search} found={found} commitments={commitments} pageSize={pageSize} locale={locale} />)}
      {search.kind && <p className={styles.all}><Link href={searchAddress({ ...search, kind: null, page: 1 })}>{t("allKinds")}</Link></p>}
    </>
  );
}

function Group({ kind, search, found, commitments, pageSize, locale }: Props & { kind: SearchKind }) {
  const t = useTranslations("search");
  const { count, more } = found.counts[kind];
  const hits = found.hits.filter((hit) => hit.kind === kind);
  const counted = t(more ? "moreThan" : "count", { count: formatNumber(count, locale) });
  return (
    <section aria-labelledby={`found-${kind}`}>
      <SectionHeading id={`found-${kind}`} note={counted}>{t(`many.${kind}`)}</SectionHeading>
      {kind === "commitment" ? <CommitmentResults found={commitments} keys={found.keys} label={t("many.commitment")} locale={locale} /> : (
        <LedgerList label={t(`many.${kind}`)}>{hits.map((hit) => <Result key={hit.id} hit={hit} keys={found.keys} locale={locale} />)}</LedgerList>
      )}
      {!search.kind && count > hits.length && <p className={styles.all}><Link href={searchAddress({ ...search, kind, page: 1 })}>{t("all", { kind: t(`many.${kind}`), count: counted })}</Link></p>}
      {search.kind && <Pagination page={search.page} pages={Math.min(lastPage, pagesOf(count, pageSize))} hrefFor={(page) => searchAddress({ ...search, page })} />}
    </section>
  );
}

function Result({ hit, keys, locale }: { hit: Hit; keys: readonly string[]; locale: Locale }) {
  const t = useTranslations("search");
  const title = foundTitle(hit.title, keys, locale);
  const passage = foundPassage(hit.summary, keys, locale);
  const about = foundTitle(hit.about, [], locale);
  const number = hit.kind === "milestone" || hit.kind === "result" ? hit.path.split("#")[1] : undefined;
  const words = title && <span lang={title.lang}><Runs runs={title.runs} /></span>;
  return (
    <LedgerLine {...(number ? { code: number } : {})} href={hit.path} title={hit.kind === "comment" ? <>{t("commentOn")} {words}</> : words ?? t("untitled")}>
      {about && <span className={styles.place} lang={about.lang}>{t("partOf")} <Runs runs={about.runs} /></span>}
      {hit.at && <span>{formatDate(hit.at, locale)}</span>}
      {passage && <span className={styles.place} lang={passage.lang}><Runs runs={passage.runs} /></span>}
      {hit.kind === "evidence" && <a className={styles.place} href={`/api/evidence/${hit.id}`} download>{t("openFile")}</a>}
    </LedgerLine>
  );
}
