import { useTranslations, type Locale } from "next-intl";
import { formatDate, formatList, formatTime } from "#lib/platform/i18n/formats.ts";
import styles from "./period-work.module.css";
import type { Line } from "./use-lines.ts";

/** Where one line's report stands, in words: "Draft, saved at 14:05. Missing: result and evidence". */
export function LineStateWords({ line: { standing, savedAt, item, editable }, locale }: { line: Line; locale: Locale }) {
  const t = useTranslations("reporting.screen");
  const { state, missing } = standing;
  const returned = state !== "sent" && item.working?.returned ? t("state.returned") : null;
  const saved = savedAt && (state === "missing" || state === "ready") ? t("savedOn", { date: formatDate(savedAt, locale), time: formatTime(savedAt, locale) }) : null;
  const words = state === "missing" ? t("state.missing", { parts: formatList(missing.map((part) => t(`missing.${part}`)), locale) }) : t(`state.${state}`);
  return (
    <span className={styles.state}>
      {returned && state !== "returned" && <span>{returned}</span>}
      <span className={state === "ready" ? styles.ready : state === "returned" ? styles.wrong : undefined}>{editable || state !== "none" ? words : t("state.notReported")}</span>
      {saved && <span className={styles.soft}>{saved}</span>}
    </span>
  );
}
