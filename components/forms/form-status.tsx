import { useLocale, useTranslations } from "next-intl";
import { formatTime } from "#lib/platform/i18n/formats.ts";
import { useErrorWords } from "./error-words.ts";
import styles from "./form-status.module.css";

interface Props {
  saving?: boolean;
  savedAt?: Date | null | undefined;
  /** Changed since the last save. */
  dirty?: boolean;
  /** An error code of the last attempt. */
  error?: string | null | undefined;
}

/** Says in words where saving stands, to eyes and ears. */
export function FormStatus({ saving, savedAt, dirty, error }: Props) {
  const t = useTranslations("forms");
  const say = useErrorWords();
  const locale = useLocale();
  const words = saving ? t("saving") : error ? say(error) : dirty ? t("unsaved") : savedAt ? t("savedAt", { time: formatTime(savedAt, locale) }) : "";
  return <p role="status" className={`${styles.status} ${error && !saving ? styles.wrong : ""}`}>{words}</p>;
}
