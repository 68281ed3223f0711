import { useTranslations, type Locale } from "next-intl";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { locales } from "#lib/record/localized/schema.ts";
import { TokenForm } from "./token-form.tsx";

/** In which language everything comes that an address follows. */
export function LanguageForm({ chosen, token, locale }: { chosen: Locale; token: string; locale: Locale }) {
  const t = useTranslations("followers.all.language");
  const names = useTranslations("ui.languages");
  return (
    <TokenForm action="/api/followers/change" token={token} locale={locale} tone="plain" button={t("save")}>
      <RadioGroup name="language" legend={t("label")} defaultValue={chosen} options={locales.map((value) => ({ value, label: <span lang={value}>{names(value)}</span> }))} />
    </TokenForm>
  );
}
