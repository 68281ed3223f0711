import { useTranslations } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { Table } from "#components/ui/table.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { MonthChart, type MonthChartProps } from "./month-chart.tsx";
import styles from "./month-line.module.css";

/** Spans of time on one line of months with today marked, and the same as a table. */
export function MonthLine({ caption, ...chart }: Omit<MonthChartProps, "stacked"> & { caption: string }) {
  const t = useTranslations("ui");
  const { items, locale } = chart;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      <MonthChart {...chart} />
      <Disclosure summary={t("asTable")}>
        <Table
          caption={caption}
          captionHidden
          columns={[{ label: t("column.item") }, { label: t("column.term") }, { label: t("column.status") }]}
          rows={items.map((item) => ({
            key: item.key,
            cells: [[item.label, item.title].filter(Boolean).join(" "), <TermText key="term" term={{ startsOn: item.from, endsOn: item.to }} locale={locale} />, <Mark key="mark" shape={item.shape ?? "none"} word={item.word} />],
          }))}
        />
      </Disclosure>
    </figure>
  );
}
