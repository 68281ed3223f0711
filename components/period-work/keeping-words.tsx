import { useTranslations, type Locale } from "next-intl";
import { useErrorWords } from "#components/forms/error-words.ts";
import { formatTime } from "#lib/platform/i18n/formats.ts";
import type { KeeperView } from "./draft-keeper.ts";
import styles from "./period-work.module.css";

/** Says in words where what is typed is kept, to eyes and ears. */
export function KeepingWords({ view: { keeping, saved, code, conflict }, locale }: { view: KeeperView; locale: Locale }) {
  const [t, forms, say] = [useTranslations("reporting.screen"), useTranslations("forms"), useErrorWords()];
  const words = {
    kept: saved ? t("saved", { time: formatTime(saved.at, locale) }) : "",
    typing: forms("unsaved"),
    saving: forms("saving"),
    offline: t("offline"),
    refused: conflict ? "" : say(code ?? "unknown"),
  }[keeping];
  return <p role="status" className={keeping === "offline" || keeping === "refused" ? styles.wrong : styles.soft}>{words}</p>;
}
