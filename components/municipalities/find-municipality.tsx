import { useLocale, useTranslations } from "next-intl";
import { TextInput } from "#components/forms/text-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { municipalitiesPath } from "#lib/figures/municipalities/schema.ts";
import styles from "./municipalities.module.css";

/** The way in for residents: a plain form that leads to the list, narrowed to the name that was typed. */
export function FindMunicipality({ typed = "" }: { typed?: string }) {
  const locale = useLocale();
  const t = useTranslations("municipalities.find");
  return (
    <search>
      <form method="get" action={`/${locale}${municipalitiesPath}`} className={styles.find}>
        <div className={styles.field}>
          <TextInput id="municipality-name" name="name" label={t("label")} hint={t("hint")} defaultValue={typed} maxLength={100} autoComplete="off" spellCheck={false} />
        </div>
        <Button tone="plain">{t("submit")}</Button>
      </form>
    </search>
  );
}
