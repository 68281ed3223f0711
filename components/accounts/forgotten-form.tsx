import { useTranslations, type Locale } from "next-intl";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { TakeFocus } from "#components/forms/take-focus.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** A plain form that works without scripts. */
export function ForgottenForm({ locale, problem }: { locale: Locale; problem: "INVALID_INPUT" | "TOO_MANY_ATTEMPTS" | "UNAVAILABLE" | undefined }) {
  const t = useTranslations("accounts");
  return (
    <form action="/api/accounts/forgotten-password" method="post" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <FormColumn>
        {problem && <TakeFocus when={problem}><Notice tone="error"><p>{t(`forgotten.problem.${problem}`)}</p></Notice></TakeFocus>}
        <TextInput name="email" type="email" autoComplete="username" label={t("field.email")} error={problem === "INVALID_INPUT" ? "email" : undefined} />
      </FormColumn>
      <FormActions>
        <Button>{t("forgotten.submit")}</Button>
        <Link href="/sign-in">{t("forgotten.back")}</Link>
      </FormActions>
    </form>
  );
}
