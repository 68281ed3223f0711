import { useTranslations } from "next-intl";

/** Turns an error code or a field's translation key into its sentence; an unknown one says that the field needs mending. */
export function useErrorWords(): (key: string) => string {
  const t = useTranslations("errors");
  return (key) => (t.has(key) ? t(key) : t("unknown"));
}
