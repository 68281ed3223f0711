import { useTranslations } from "next-intl";
import { Table } from "#components/ui/table.tsx";
import { resourceNames } from "#lib/record/publication/schema.ts";
import { dumpFormats } from "#lib/open-data/dumps/schema.ts";

const base = "/api/v1/dumps";

/** Every complete file: one a kind and format, and one of everything. */
export function DumpTable() {
  const t = useTranslations("open-data");
  const rows = resourceNames.map((name) => ({
    key: name,
    cells: [t(`resources.${name}`), ...dumpFormats.map((format) => <a key={format} href={`${base}/${name}.${format}`} aria-label={`${t(`resources.${name}`)}, ${format.toUpperCase()}`}>{format.toUpperCase()}</a>)],
  }));
  const all = { key: "all", cells: [t("data.all"), "", "", <a key="xlsx" href={`${base}/all.xlsx`} aria-label={`${t("data.all")}, XLSX`}>XLSX</a>] };
  return <Table caption={t("data.caption")} captionHidden columns={[{ label: t("data.what") }, { label: "JSON Lines" }, { label: "CSV" }, { label: "Excel" }]} rows={[...rows, all]} />;
}
