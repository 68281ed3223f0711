import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { Table } from "#components/ui/table.tsx";
import type { ScaleView } from "#lib/assessments/crosswalks/queries.ts";
import type { CrosswalkEntry } from "#lib/assessments/crosswalks/schema.ts";

/** What a version reads each grade as, the best first. */
export function ReadingTable({ view, entries, locale }: { view: Pick<ScaleView, "grades" | "completions">; entries: readonly CrosswalkEntry[]; locale: Locale }) {
  const t = useTranslations("crosswalks.scale");
  return (
    <Table
      caption={t("reading")} captionHidden columns={[{ label: t("grade") }, { label: t("completion") }]}
      rows={view.grades.map((grade) => ({
        key: grade.code,
        cells: [<FulfilmentBar key="grade" grade={grade} of={view.grades.length} locale={locale} />, <ReadAs key="completion" code={entries.find((entry) => entry.grade === grade.code)?.completion} view={view} locale={locale} />],
      }))}
    />
  );
}

/** A step of IRM's scale in words; null: nothing corresponds, undefined: not recorded. */
export function ReadAs({ code, view, locale }: { code: string | null | undefined; view: Pick<ScaleView, "completions">; locale: Locale }) {
  const t = useTranslations("crosswalks.scale");
  if (code === undefined) return t("notRead");
  const step = view.completions.find((completion) => completion.code === code);
  return step ? <LocalizedText value={step.label} locale={locale} /> : t("nothing");
}
