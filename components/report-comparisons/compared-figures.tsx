import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import type { FigureChange } from "#lib/reports/comparisons/schema.ts";

/** The counts that are other than they were, each axis by itself. */
export function ComparedFigures({ figures, scale, locale }: { figures: readonly FigureChange[]; scale: number; locale: Locale }) {
  const t = useTranslations("report-comparisons");
  if (figures.length === 0) return null;
  return (
    <>
      <SectionHeading id="figures">{t("figures")}</SectionHeading>
      <Table
        caption={t("figures")} captionHidden columns={[{ label: t("state.heading") }, { label: t("of") }, { label: t("before"), numeric: true }, { label: t("after"), numeric: true }]}
        rows={figures.map((figure, index) => ({ key: String(index), cells: [<State key="state" figure={figure} scale={scale} locale={locale} />, t(figure.of), figure.before, figure.after] }))}
      />
    </>
  );
}

function State({ figure, scale, locale }: { figure: FigureChange; scale: number; locale: Locale }) {
  const [t, summary] = [useTranslations("report-comparisons"), useTranslations("reports.summary")];
  if (figure.axis === "total") return t("total");
  if (figure.axis === "progress") return <ProgressMark progress={figure.status} locale={locale} />;
  return figure.grade ? <FulfilmentBar grade={{ label: figure.grade, rank: figure.rank }} of={scale} locale={locale} /> : summary("notAssessed");
}
