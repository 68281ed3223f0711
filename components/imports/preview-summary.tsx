import { useTranslations, type Locale } from "next-intl";
import { Table } from "#components/ui/table.tsx";
import type { ImportPreview } from "#lib/imports/queries.ts";
import { formatNumber } from "#lib/platform/i18n/formats.ts";

const entities = ["plan", "legal_act", "part", "commitment", "milestone"] as const;

/** The word for a level in the words of this plan. */
export function entityWord(entity: (typeof entities)[number], vocabulary: string) {
  if (vocabulary !== "activity") return entity;
  return entity === "commitment" ? "activity" : entity === "milestone" ? "subActivity" : entity;
}

/** Counts of what would be added, changed and taken out, level by level. */
export function PreviewSummary({ preview: { changes, missing, unchanged, vocabulary }, locale }: { preview: ImportPreview; locale: Locale }) {
  const t = useTranslations("imports.preview");
  const gone = changes.filter(({ operation }) => operation === "removed");
  const last = gone.length > 0 ? "removed" : "missing";
  const rows = entities.flatMap((entity) => {
    const count = (operation: string) => changes.filter((change) => change.entity === entity && change.operation === operation).length;
    const figures = [count("added"), count("changed"), gone.length > 0 ? count("removed") : missing.filter((one) => one.entity === entity).length];
    return figures.some((figure) => figure > 0) ? [{ key: entity, cells: [t(`entities.${entityWord(entity, vocabulary)}`), ...figures.map((figure) => formatNumber(figure, locale))] }] : [];
  });
  return (
    <>
      {rows.length > 0 && <Table caption={t("summary")} columns={[{ label: t("entity") }, ...["added" as const, "changed" as const, last as "removed" | "missing"].map((name) => ({ label: t(`counts.${name}`), numeric: true }))]} rows={rows} />}
      <p>{t("unchanged", { count: unchanged })}</p>
    </>
  );
}
