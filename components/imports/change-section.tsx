import { useTranslations, type Locale } from "next-intl";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { ImportPreview } from "#lib/imports/queries.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { ChangeItem } from "./change-item.tsx";
import styles from "./imports.module.css";

/** Entries on one page. */
const pageSize = 40;

interface Props {
  preview: ImportPreview;
  operation: "added" | "changed" | "removed";
  /** Which page of each kind is shown, as the address says. */
  pages: Readonly<Record<string, number>>;
  /** The address with another page of this kind. */
  hrefFor: (page: number) => string;
  locale: Locale;
}

/** All that would be added, or changed, or taken out. */
export function ChangeSection({ preview, operation, pages, hrefFor, locale }: Props) {
  const t = useTranslations("imports.preview");
  const changes = preview.changes.filter((change) => change.operation === operation);
  if (changes.length === 0) return null;
  const { page, pages: last, window } = pageOf(changes.length, pageSize, pages[operation] ?? 1);
  return (
    <section aria-labelledby={operation}>
      <SectionHeading id={operation}>{t(operation, { count: changes.length })}</SectionHeading>
      <ol role="list" className={styles.changes}>
        {changes.slice(window.skip, window.skip + window.take).map((change) => <ChangeItem key={change.entityId} change={change} vocabulary={preview.vocabulary} locale={locale} />)}
      </ol>
      <Pagination page={page} pages={last} hrefFor={(shown) => `${hrefFor(shown)}#${operation}`} />
    </section>
  );
}
