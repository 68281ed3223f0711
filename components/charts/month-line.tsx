import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Mark, MarkSign, type MarkShape } from "#components/ui/mark.tsx";
import { Table } from "#components/ui/table.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./month-line.module.css";
import { frameOf, placeOf, placeOfDay, ticksOf } from "./months.ts";

export interface MonthLineItem {
  key: string;
  /** Short: it stands beside its line; "5.1". */
  label: string;
  title?: string;
  /** Partial dates; null where not stated. */
  from: string | null;
  to: string | null;
  shape: MarkShape;
  word: string;
  href?: string;
}

interface Props {
  caption: string;
  items: readonly MonthLineItem[];
  /** `YYYY-MM-DD` */
  today: string;
  locale: Locale;
}

/** Spans of time on one line of months with today marked, and the same as a table. */
export function MonthLine({ caption, items, today, locale }: Props) {
  const t = useTranslations("ui");
  const frame = frameOf(items);
  const now = frame && placeOfDay(today, frame);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      {frame && (
        <div className={styles.chart}>
          <div className={styles.axis} aria-hidden="true">
            {ticksOf(frame, locale).map((tick) => <span key={tick.at} className={tick.major ? styles.year : styles.tick} style={{ insetInlineStart: `${tick.at}%` }}>{tick.label}</span>)}
          </div>
          <ul role="list" className={styles.rows}>
            {items.map((item) => <Span key={item.key} item={item} place={placeOf(item, frame)} />)}
          </ul>
          {now !== null && <Today at={now} word={t("today")} />}
        </div>
      )}
      {frame && now === null && <p className={styles.now}>{t("todayIs", { date: formatDate(today, locale) })}</p>}
      <Disclosure summary={t("asTable")}>
        <Table
          caption={caption}
          captionHidden
          columns={[{ label: t("column.item") }, { label: t("column.term") }, { label: t("column.status") }]}
          rows={items.map((item) => ({
            key: item.key,
            cells: [[item.label, item.title].filter(Boolean).join(" "), <TermText key="term" term={{ startsOn: item.from, endsOn: item.to }} locale={locale} />, <Mark key="mark" shape={item.shape} word={item.word} />],
          }))}
        />
      </Disclosure>
    </figure>
  );
}

function Span({ item, place }: { item: MonthLineItem; place: { start: number; length: number } | null }) {
  const t = useTranslations("ui");
  const words = <><MarkSign shape={item.shape} /> {item.label}</>;
  return (
    <li className={styles.row}>
      <span className={styles.label}>{item.href ? <a className={styles.link} href={item.href} title={item.title}>{words}</a> : words}</span>
      <span className={styles.track}>
        {place ? <span className={`${styles.span} ${styles[item.shape]}`} style={{ insetInlineStart: `${place.start}%`, inlineSize: `${place.length}%` }} /> : <span className={styles.unknown}>{t("noTerm")}</span>}
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
