import { useTranslations, type Locale } from "next-intl";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Trap } from "#components/forms/trap.tsx";
import { Button } from "#components/ui/button.tsx";
import styles from "./followers.module.css";

/** Asks for an address alone; a plain form that works without scripts. The browser's own checks speak another language: off. */
export function FollowForm({ plan, locale, error }: { plan: string; locale: Locale; error?: string }) {
  const t = useTranslations("followers.form");
  return (
    <form className={styles.form} action="/api/followers" method="post" noValidate>
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="locale" value={locale} />
      <FormColumn>
        <TextInput id="follow-email" name="email" type="email" label={t("email")} hint={t("consent")} autoComplete="email" error={error} />
        <Trap id="follow-website" label={t("website")} />
      </FormColumn>
      <FormActions>
        <Button tone="plain">{t("send")}</Button>
      </FormActions>
    </form>
  );
}
