"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Select, type Option } from "#components/forms/select.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { createOrganisationAction } from "#lib/organisations/actions.ts";
import { createOrganisationSchema } from "#lib/organisations/schema.ts";
import { nameErrors } from "./name-errors.ts";

/** Adds an organisation and goes to the list. */
export function NewOrganisationForm({ kinds, municipalities }: { kinds: readonly Option[]; municipalities: readonly Option[] }) {
  const t = useTranslations("accounts.organisation");
  const router = useRouter();
  const locale = useLocale();
  const { register, errors, code, submit, saving } = useActionForm({
    schema: createOrganisationSchema,
    defaults: { name: {}, slug: "", kindCode: "", municipalitySlug: "" },
    action: createOrganisationAction,
    onDone: () => router.push(`/${locale}/workspace/administration/organisations`),
  });
  const { name, languages, summary } = nameErrors(errors);
  const labels = { "name.ka": t("name"), "name.en": t("name"), slug: t("slug"), kindCode: t("kind"), municipalitySlug: t("municipality") };
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={summary} labels={labels} code={code} />
        <LocalizedField name="name" label={t("name")} hint={t("nameHint")} error={name} errors={languages} register={(language) => register(`name.${language}`)} />
        <Select {...register("kindCode")} label={t("kind")} options={kinds} error={errors.kindCode} />
        <Select {...register("municipalitySlug")} label={t("municipality")} hint={t("municipalityNewHint")} placeholder={t("municipalityByName")} options={municipalities} optional error={errors.municipalitySlug} />
        <TextInput {...register("slug")} autoComplete="off" spellCheck={false} label={t("slug")} hint={t("slugHint")} error={errors.slug} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("add")}</Button>
      </FormActions>
    </form>
  );
}
