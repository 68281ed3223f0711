import { useTranslations, type Locale } from "next-intl";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import type { CrosswalkVersion, ScaleView } from "#lib/assessments/crosswalks/queries.ts";
import { pickText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { ReadAs } from "./reading-table.tsx";
import styles from "./crosswalks.module.css";

/** Every version, the newest first: when, by whom, why, and what each grade read as before and since. */
export function CrosswalkHistory({ view, locale }: { view: ScaleView; locale: Locale }) {
  const t = useTranslations("crosswalks.scale");
  if (view.versions.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <SectionHeading id="history">{t("history")}</SectionHeading>
      <p>{t("historyText")}</p>
      {view.versions.map((version) => <Version key={version.number} version={version} view={view} locale={locale} />)}
    </section>
  );
}

function Version({ version, view, locale }: { version: CrosswalkVersion; view: ScaleView; locale: Locale }) {
  const t = useTranslations("crosswalks.scale");
  const { number, changes, reason, recordedAt, actorName } = version;
  const title = t("version", { number, date: formatDate(recordedAt, locale) });
  const rows = view.grades.flatMap((grade) => {
    const change = changes.find((one) => one.grade === grade.code);
    if (!change) return [];
    const read = (code: string | null | undefined) => <ReadAs code={code} view={view} locale={locale} />;
    return [{ key: grade.code, cells: [<LocalizedText key="grade" value={grade.label} locale={locale} />, read(change.from), read(change.to)] }];
  });
  return (
    <section className={styles.version} aria-labelledby={`version-${number}`}>
      <SectionHeading id={`version-${number}`} level={3}>{title}</SectionHeading>
      <p className={styles.soft}>{t("by", { name: actorName ?? pickText(view.secretariat.name, locale)?.text ?? "" })}</p>
      <p className={styles.soft}>{t("reason")}</p>
      <LocalizedParagraphs value={reason} locale={locale} />
      <Table caption={title} captionHidden columns={[{ label: t("change") }, { label: t("before") }, { label: t("after") }]} rows={rows} />
    </section>
  );
}
