import { useTranslations, type Locale } from "next-intl";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Button } from "#components/ui/button.tsx";
import styles from "./followers.module.css";

interface Props {
  asked: string;
  /** What is followed, for the pages that come after. */
  wanted: { kind: string; target: string } | undefined;
  locale: Locale;
  error?: string;
}

/** Asks for the six digits that were sent to a telephone. */
export function SmsCodeForm({ asked, wanted, locale, error }: Props) {
  const t = useTranslations("followers.sms.code");
  return (
    <form className={styles.form} action="/api/followers/sms/code" method="post" noValidate>
      {Object.entries({ asked, locale, ...wanted }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <FormColumn>
        <TextInput name="code" label={t("label")} hint={t("hint")} inputMode="numeric" autoComplete="one-time-code" maxLength={12} error={error} />
      </FormColumn>
      <FormActions><Button>{t("button")}</Button></FormActions>
    </form>
  );
}
