import { useLocale, useTranslations } from "next-intl";
import { useErrorWords } from "#components/forms/error-words.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { formatTime } from "#lib/platform/i18n/formats.ts";
import styles from "./editing.module.css";

interface Props {
  saving: boolean;
  keeping: boolean;
  savedAt: Date | null;
  code?: ErrorCode | undefined;
}

/** Where keeping what is typed stands, in words: a draft is not yet the plan. */
export function DraftStatus({ saving, keeping, savedAt, code }: Props) {
  const t = useTranslations("editing.draft");
  const say = useErrorWords();
  const locale = useLocale();
  const words = saving ? t("saving") : keeping ? t("keeping") : code ? say(code) : savedAt ? t("keptAt", { time: formatTime(savedAt, locale) }) : "";
  return <p role="status" className={styles.soft}>{words}</p>;
}
