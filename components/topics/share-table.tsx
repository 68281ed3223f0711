import { useTranslations, type Locale } from "next-intl";
import { ShareStrip } from "#components/charts/share-strip.tsx";
import { partsOf } from "#components/plans/status-bar.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import type { ProgressCounts } from "#lib/plans/milestones/rules.ts";
import type { NamedShare } from "#lib/record/summaries/schema.ts";
import styles from "./topics.module.css";

interface Props {
  of: "agencies" | "plans";
  shares: readonly NamedShare[];
  /** How many there are in all; where not all are shown, `all` leads to them. */
  count: number;
  all: string;
  locale: Locale;
}

/** How many commitments each agency or plan has, how many are completed, and how many are late. */
export function ShareTable({ of, shares, count, all, locale }: Props) {
  const t = useTranslations();
  const title = t(`topics.by.${of}`);
  const columns = [{ label: t(`comparisons.one.${of}`) }, ...["total", "completed", "overdue"].map((key) => ({ label: t(`topics.columns.${key}`), numeric: true }))];
  const rows = shares.map(({ slug, name, total, progress, overdue }) => ({
    key: slug,
    cells: [
      <span key="name" className={styles.name}>
        <Link href={`/${of === "agencies" ? "organisations" : "plans"}/${slug}`} look="quiet"><LocalizedText value={name} locale={locale} /></Link>
        <ShareStrip parts={partsOf(progress as ProgressCounts, (status) => status)} />
      </span>,
      ...[total, progress.completed ?? 0, overdue].map((figure) => formatNumber(figure, locale)),
    ],
  }));
  return (
    <section aria-labelledby={of}>
      <SectionHeading id={of} note={formatNumber(count, locale)}>{title}</SectionHeading>
      <Table caption={title} captionHidden keepNames columns={columns} rows={rows} />
      <p data-screen-only><Link href={all}>{t("topics.compare")}</Link></p>
    </section>
  );
}
