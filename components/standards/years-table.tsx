import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import { requirements, type Finding } from "#lib/comments/standards/schema.ts";

interface Props {
  /** Address of the Secretariat's page, without language. */
  path: string;
  /** The newest first, each with all its findings. */
  years: readonly { year: number; findings: readonly Finding[] }[];
}

/** Every requirement in every year of the Standards; a year leads to its figures and their proof. */
export function YearsTable({ path, years }: Props) {
  const t = useTranslations("standards");
  const columns = [{ label: t("yearColumn") }, ...requirements.map((requirement) => ({ label: requirement }))];
  const rows = years.map(({ year, findings }, index) => ({
    key: String(year),
    cells: [<Link key="year" href={index === 0 ? path : `${path}?year=${year}`}>{index === 0 ? t("current", { year: String(year) }) : String(year)}</Link>, ...findings.map(({ verdict }) => t(`short.${verdict}`))],
  }));
  return <><p>{t("yearsNote")}</p><Table caption={t("yearsCaption")} captionHidden columns={columns} rows={rows} /></>;
}
