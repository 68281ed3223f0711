import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { folded } from "#lib/figures/rules.ts";
import type { Figure } from "#lib/figures/schema.ts";
import { FigureTable } from "./figure-table.tsx";
import styles from "./figures.module.css";
import { tellFigure } from "./told-figure.ts";

interface Props {
  figure: Figure;
  locale: Locale;
  /** Addresses without their language of its CSV; several where one file would be too long. */
  csv: readonly string[];
  /** Said instead of everything where the figure has no rows. */
  empty?: string;
  /** The chart, drawn from the same figure. */
  children?: ReactNode;
  /** Without a chart the table itself stands there. */
  open?: boolean;
  /** 2 where it is all that the page is about. */
  level?: 2 | 3;
}

/** A figure: its chart, one keystroke away its table, and a file of exactly its numbers. */
export function FigureSection({ figure, locale, csv, empty, children, open = !children, level = 3 }: Props) {
  const t = useTranslations();
  const shown = folded(figure);
  const { title, notes } = tellFigure({ ...shown, rows: [] }, locale, t);
  if (figure.rows.length === 0 && empty) return <section aria-labelledby={figure.key}><SectionHeading id={figure.key} level={level}>{title}</SectionHeading><p>{empty}</p></section>;
  return (
    <section aria-labelledby={figure.key} className={styles.figure} data-print-across>
      <SectionHeading id={figure.key} level={level}>{title}</SectionHeading>
      {children}
      {notes.map((note) => <p key={note} className={styles.note}>{note}</p>)}
      {open ? <FigureTable figure={shown} locale={locale} /> : <Disclosure summary={t("figures.asTable", { title })}><FigureTable figure={shown} locale={locale} /></Disclosure>}
      <ul role="list" className={styles.files}>
        {csv.map((href, index) => <li key={href}><a className={styles.file} href={`/${locale}${href}`} rel="nofollow" download>{csv.length > 1 ? t("figures.csvPart", { title, number: index + 1 }) : t("figures.csv", { title })}</a></li>)}
      </ul>
    </section>
  );
}
