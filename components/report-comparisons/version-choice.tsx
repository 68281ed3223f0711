import { useTranslations } from "next-intl";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { Select } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ReportVersionView } from "#lib/reports/queries.ts";
import styles from "./report-comparisons.module.css";

/** Which two versions to compare; a plain form. */
export function VersionChoice({ slug, versions, from, to }: { slug: string; versions: readonly ReportVersionView[]; from: number | undefined; to: number | undefined }) {
  const [t, stage] = [useTranslations("report-comparisons"), useTranslations("status.reportStage")];
  const options = versions.map((version) => ({ value: String(version.number), label: t("option", { number: version.number, stage: stage(version.stage) }) }));
  return (
    <form method="get" className={styles.choice} aria-label={t("choose")} key={`${slug}-${from}-${to}`}>
      <FormColumn>
        <Select name="from" label={t("from")} options={options} placeholder={null} defaultValue={String(from ?? "")} />
        <Select name="to" label={t("to")} options={options} placeholder={null} defaultValue={String(to ?? "")} />
      </FormColumn>
      <FormActions><Button tone="plain">{t("compare")}</Button></FormActions>
    </form>
  );
}
