import { useTranslations, type Locale } from "next-intl";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Trap } from "#components/forms/trap.tsx";
import { Button } from "#components/ui/button.tsx";
import { frequencies, type Frequency } from "#lib/followers/schema.ts";
import styles from "./followers.module.css";

interface Props {
  kind: string;
  target: string;
  /** Chosen when the form is opened. */
  frequency: Frequency;
  locale: Locale;
  error?: string;
}

/** Asks for an address, and how often; a plain form that works without scripts. The browser's own checks speak another language: off. */
export function FollowForm({ kind, target, frequency, locale, error }: Props) {
  const t = useTranslations("followers.form");
  return (
    <form className={styles.form} action="/api/followers" method="post" noValidate>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="locale" value={locale} />
      <FormColumn>
        <TextInput id="follow-email" name="email" type="email" label={t("email")} hint={t("consent")} autoComplete="email" error={error} />
        <RadioGroup
          id="follow-frequency" name="frequency" legend={t("frequency")} defaultValue={frequency}
          options={frequencies.map((value) => ({ value, label: t(`frequencies.${value}.label`), hint: t(`frequencies.${value}.hint`) }))}
        />
        <Trap id="follow-website" label={t("website")} />
      </FormColumn>
      <FormActions>
        <Button tone="plain">{t("send")}</Button>
      </FormActions>
    </form>
  );
}
