import { useTranslations, type Locale } from "next-intl";
import { MarkSign, type MarkShape } from "#components/ui/mark.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./month-line.module.css";
import { frameOf, placeOf, placeOfDay, ticksOf } from "./months.ts";

interface MonthItem {
  key: string;
  /** Short: it stands beside its line; "5.1". */
  label: string;
  title?: string;
  /** Where the label is in another language than the page. */
  lang?: string | undefined;
  /** Partial dates; null where not stated. */
  from: string | null;
  to: string | null;
  /** The mark of one thing; without: the span is of several. */
  shape?: MarkShape;
  word: string;
  href?: string;
  /** A sentence under the label, where the labels stand above their lines. */
  said?: string;
}

export interface MonthChartProps {
  items: readonly MonthItem[];
  /** `YYYY-MM-DD` */
  today: string;
  locale: Locale;
  /** Labels above their lines: for names that are longer than a number. */
  stacked?: boolean;
}

/** The line of months alone, for those who have the same numbers in a table of their own. Nothing where no date is stated. */
export function MonthChart({ items, today, locale, stacked }: MonthChartProps) {
  const t = useTranslations("ui");
  const frame = frameOf(items);
  const now = frame && placeOfDay(today, frame);
  if (!frame) return null;
  return (
    <>
      <div className={stacked ? `${styles.chart} ${styles.stacked}` : styles.chart}>
        <div className={styles.axis} aria-hidden="true">
          {ticksOf(frame, locale).map((tick) => <span key={tick.at} className={tick.major ? styles.year : styles.tick} style={{ insetInlineStart: `${tick.at}%` }}>{tick.label}</span>)}
        </div>
        <ul role="list" className={styles.rows}>
          {items.map((item) => <Span key={item.key} item={item} place={placeOf(item, frame)} />)}
        </ul>
        {now !== null && <Today at={now} word={t("today")} />}
      </div>
      {now === null && <p className={styles.now}>{t("todayIs", { date: formatDate(today, locale) })}</p>}
    </>
  );
}

function Span({ item, place }: { item: MonthItem; place: { start: number; length: number } | null }) {
  const t = useTranslations("ui");
  const words = <>{item.shape && <MarkSign shape={item.shape} />} <span lang={item.lang}>{item.label}</span></>;
  return (
    <li className={styles.row}>
      <span className={styles.label}>{item.href ? <a className={styles.link} href={item.href} title={item.title}>{words}</a> : words}{item.said && <span className={styles.said}>{item.said}</span>}</span>
      <span className={styles.track}>
        {place ? <span className={`${styles.span} ${styles[item.shape ?? "empty"]}`} style={{ insetInlineStart: `${place.start}%`, inlineSize: `${place.length}%` }} /> : <span className={styles.unknown}>{t("noTerm")}</span>}
      </span>
    </li>
  );
}

function Today({ at, word }: { at: number; word: string }) {
  return (
    <div className={styles.todayTrack} aria-hidden="true">
      <span className={styles.today} style={{ insetInlineStart: `${at}%` }}>
        <span className={at > 80 ? styles.todayBefore : undefined}>{word}</span>
      </span>
    </div>
  );
}
