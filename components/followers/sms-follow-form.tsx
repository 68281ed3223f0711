import { useTranslations, type Locale } from "next-intl";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Trap } from "#components/forms/trap.tsx";
import { Button } from "#components/ui/button.tsx";
import { takesReplies } from "#lib/platform/sms.ts";
import { smsFrequencies } from "#lib/followers/sms-follows/schema.ts";
import styles from "./followers.module.css";

interface Props {
  kind: string;
  target: string;
  locale: Locale;
  error?: string;
}

/** Asks for a telephone number, and how often; a plain form that works without scripts. */
export function SmsFollowForm({ kind, target, locale, error }: Props) {
  const [t, often] = [useTranslations("followers.sms.form"), useTranslations("followers.form.frequencies")];
  return (
    <form className={styles.form} action="/api/followers/sms" method="post" noValidate>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="locale" value={locale} />
      <FormColumn>
        <TextInput id="follow-phone" name="phone" type="tel" label={t("phone")} hint={`${t("example")} ${t("consent", { reply: takesReplies() ? "yes" : "no" })}`} autoComplete="tel" error={error} />
        <RadioGroup
          id="follow-sms-frequency" name="frequency" legend={t("frequency")} defaultValue="weekly"
          options={smsFrequencies.map((value) => ({ value, label: often(`${value}.label`), hint: t(`hints.${value}`) }))}
        />
        <Trap id="follow-sms-website" label={t("website")} />
      </FormColumn>
      <FormActions>
        <Button tone="plain">{t("send")}</Button>
      </FormActions>
    </form>
  );
}
