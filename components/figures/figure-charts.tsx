import { useTranslations, type Locale } from "next-intl";
import { GradeBars } from "#components/charts/grade-bars.tsx";
import { MonthChart } from "#components/charts/month-chart.tsx";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { StepShares } from "#components/charts/step-shares.tsx";
import { progressShape } from "#components/reporting/progress-mark.tsx";
import { cellOf, countIn, countsOf, folded } from "#lib/figures/rules.ts";
import type { Axis, Figure, FigureRow } from "#lib/figures/schema.ts";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { progressStatuses, type Progress } from "#lib/reporting/schema.ts";
import styles from "./figures.module.css";
import { tellCell, tellFigure, tellWord } from "./told-figure.ts";

interface Props {
  figure: Figure;
  locale: Locale;
}

const statusOf = (key: string): Progress | null => progressStatuses.find((status) => status === key) ?? null;

/** Row by row a bar for each axis that the figure counts by, never one bar for both. */
export function ShareRows({ figure, locale }: Props) {
  const shown = folded(figure);
  const t = useTranslations();
  const told = tellFigure(shown, locale, t);
  const total = shown.columns.findIndex(({ key }) => key === "total");
  const names = (index: number) => told.rows[index]?.cells.slice(0, total) ?? [];
  const name = (index: number) => names(index).map(({ text }) => text).join(" · ");
  return (
    <ul role="list" className={styles.rows}>
      {shown.rows.map((row, index) => (
        <li key={row.key}>
          <p className={styles.name}>{names(index).map(({ text, lang }, at) => <span key={at} lang={lang}>{at > 0 && " · "}{text}</span>)} <span className={styles.total}>{told.headings[total]}: {countIn(shown, row, "total")}</span></p>
          <AxisBar figure={shown} row={row} axis="progress" label={t("figures.progressOf", { name: name(index) })} locale={locale} />
          <AxisBar figure={shown} row={row} axis="fulfilment" label={t("figures.fulfilmentOf", { name: name(index) })} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function AxisBar({ figure, row, axis, label, locale }: Props & { row: FigureRow; axis: Axis; label: string }) {
  const t = useTranslations();
  const { headings } = tellFigure({ ...figure, rows: [] }, locale, t);
  const counts = countsOf(figure, row, axis).map(({ column, value }) => ({ column, key: column.key, count: value, word: headings[figure.columns.indexOf(column)] ?? "" }));
  if (axis === "progress") return <ShareBar label={label} parts={counts.map(({ key, count, word }) => ({ key, count, label: word, shape: progressShape(statusOf(key)) }))} />;
  return <StepShares label={label} parts={counts.map(({ column: { step }, key, count, word }) => ({ key, count, word, step: step && { filled: step.rank === 0 ? 0 : step.rank + 1, of: step.of } }))} />;
}

/** Lines of a plan on the line of months: each from its start to its end, with the mark of its progress. */
export function LinesChart({ figure, today, locale }: Props & { today: string }) {
  const t = useTranslations();
  const date = (row: FigureRow, key: string) => {
    const cell = cellOf(figure, row, key);
    return cell.is === "date" ? cell.date : null;
  };
  const items = figure.rows.map((row) => {
    const progress = cellOf(figure, row, "progress");
    const status = progress.is === "word" ? statusOf(progress.word.key.split(".").at(-1) ?? "") : null;
    const title = tellCell(cellOf(figure, row, "title"), locale, t).text;
    return { key: row.key, label: tellCell(cellOf(figure, row, "number"), locale, t).text, title, from: date(row, "startsOn"), to: date(row, "due"), shape: progressShape(status), word: tellCell(progress, locale, t).text, ...(row.href ? { href: `/${locale}${row.href}` } : {}) };
  });
  return <MonthChart items={items} today={today} locale={locale} />;
}

/** Parts of a plan on the line of months, from the first start to the last end in them, and in words what is over and what is late. */
export function PartsChart({ figure, today, locale, most = figure.rows.length, hrefOf }: Props & { today: string; most?: number; hrefOf?: (row: FigureRow) => string }) {
  const t = useTranslations();
  const noun = tellFigure({ ...figure, rows: [] }, locale, t).headings[1] ?? "";
  const items = figure.rows.slice(0, most).map((row) => {
    const [start, end, oldest] = ["firstStart", "lastDue", "oldestPast"].map((key) => cellOf(figure, row, key));
    const name = tellCell(cellOf(figure, row, "name"), locale, t);
    const late = t("figures.timeline.late", { count: countIn(figure, row, "term_past"), oldest: oldest?.is === "date" ? formatPartialDate(oldest.date, locale) : "" });
    const said = [`${noun}: ${countIn(figure, row, "total")}`, t("figures.timeline.completed", { count: countIn(figure, row, "term_completed") }), late].join(" · ");
    return { key: row.key, label: name.text, lang: name.lang, from: start?.is === "date" ? start.date : null, to: end?.is === "date" ? end.date : null, word: said, said, ...(hrefOf ? { href: `/${locale}${hrefOf(row)}` } : {}) };
  });
  return <MonthChart items={items} today={today} locale={locale} stacked />;
}

/** The amounts of a budget figure as thin lines, one scale a currency and kind of what states them; lines without an amount in the table only. */
export function AmountBars({ figure, locale }: Props) {
  const t = useTranslations();
  const rows = figure.rows.flatMap((row) => {
    const cell = cellOf(figure, row, "amount");
    return cell.is === "money" ? [{ row, cell, of: cellOf(figure, row, "of") }] : [];
  });
  const scales = Map.groupBy(rows, ({ cell, of }) => `${of.is === "word" ? tellWord(of.word, locale, t) : ""} · ${cell.currency}`);
  return [...scales].map(([label, own]) => (
    <div key={label}>
      <p className={styles.name}>{label}</p>
      <GradeBars
        label={label}
        total={Math.max(...own.map(({ cell }) => Number(cell.amount)))}
        bars={own.map(({ row, cell }) => ({
          key: row.key, label: tellCell(cellOf(figure, row, "name"), locale, t).text, count: Number(cell.amount),
          said: `${tellCell(cell, locale, t).text} · ${t("figures.budgetLines", { count: countIn(figure, row, "lines") })}`,
        }))}
      />
    </div>
  ));
}
