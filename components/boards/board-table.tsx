import { useTranslations, type Locale } from "next-intl";
import { Table } from "#components/ui/table.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { Board, BoardAgency } from "#lib/boards/queries.ts";
import { boardStates } from "#lib/boards/schema.ts";
import { AgencyHead } from "./agency-head.tsx";
import { AgencySteps } from "./agency-steps.tsx";
import { StateCell } from "./state-cell.tsx";
import styles from "./boards.module.css";

interface Props {
  board: Board;
  /** Those that the filters leave. */
  agencies: readonly BoardAgency[];
  locale: Locale;
}

/** Agencies down, states across, the numbers of their reports between; on a phone one block an agency. */
export function BoardTable({ board: { period }, agencies, locale }: Props) {
  const t = useTranslations("boards");
  const columns = [{ label: t("agency") }, ...boardStates.map((state) => ({ label: t(`state.${state}`) })), { label: t("next") }];
  const rows = agencies.map((agency) => ({
    key: agency.id,
    cells: [
      <AgencyHead key="head" agency={agency} locale={locale} />,
      ...boardStates.map((state) => <StateCell key={state} state={state} lines={agency.lines.filter((line) => line.state === state)} locale={locale} />),
      <AgencySteps key="steps" periodId={period.id} closed={period.status === "closed"} agency={agency} name={pickText(agency.name, locale)?.text ?? ""} />,
    ],
  }));
  return <div className={styles.board}><Table caption={t("caption")} captionHidden columns={columns} rows={rows} /></div>;
}
