import { useTranslations, type Locale } from "next-intl";
import { Select } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { Board } from "#lib/boards/queries.ts";
import { boardStates, type BoardFilter } from "#lib/boards/schema.ts";
import styles from "./boards.module.css";

/** Narrows the board by state and agency; a plain form, so that the choice stands in the address. */
export function BoardFilterForm({ board, filter, locale }: { board: Board; filter: BoardFilter; locale: Locale }) {
  const t = useTranslations("boards");
  const states = ["overdue", ...boardStates].map((value) => ({ value, label: t(`state.${value}`) }));
  const agencies = board.agencies.map(({ id, name }) => ({ value: id, label: pickText(name, locale)?.text ?? id }));
  return (
    <form key={JSON.stringify(filter)} method="get" className={styles.filter} aria-label={t("filter.legend")}>
      <Select name="state" label={t("filter.state")} placeholder={t("filter.any")} options={states} defaultValue={filter.state ?? ""} />
      <Select name="agency" label={t("filter.agency")} placeholder={t("filter.any")} options={agencies} defaultValue={filter.agency ?? ""} />
      <Button tone="plain">{t("filter.submit")}</Button>
      {(filter.state || filter.agency) && <Link href={`/workspace/periods/${board.period.id}/board`}>{t("filter.clear")}</Link>}
    </form>
  );
}
