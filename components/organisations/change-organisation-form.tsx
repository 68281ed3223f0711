"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Select, type Option } from "#components/forms/select.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import type { Localized } from "#lib/record/localized/schema.ts";
import { changeOrganisationAction } from "#lib/organisations/actions.ts";
import { changeOrganisationSchema } from "#lib/organisations/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { nameErrors } from "./name-errors.ts";

interface Props {
  organisation: { id: string; name: Localized; municipalitySlug: string | null; version: number };
  municipalities: readonly Option[];
}

/** The name of an organisation in each language, and the municipality that it is a body of. */
export function ChangeOrganisationForm({ organisation, municipalities }: Props) {
  const t = useTranslations("accounts.organisation");
  const router = useRouter();
  const [savedAt, setSavedAt] = useState<Date>();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: changeOrganisationSchema,
    defaults: { organisationId: organisation.id, version: organisation.version, name: organisation.name, municipalitySlug: organisation.municipalitySlug ?? "" },
    action: changeOrganisationAction,
    onDone: ({ version }, output) => {
      // What was just saved is what the next save starts from.
      form.reset({ ...output, municipalitySlug: output.municipalitySlug ?? "", version });
      setSavedAt(now());
      router.refresh();
    },
  });
  const { name, languages, summary } = nameErrors(errors);
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={summary} labels={{ "name.ka": t("name"), "name.en": t("name"), municipalitySlug: t("municipality") }} code={code} />
        <LocalizedField name="name" label={t("name")} hint={t("nameHint")} error={name} errors={languages} register={(language) => register(`name.${language}`)} />
        <Select {...register("municipalitySlug")} label={t("municipality")} hint={t("municipalityHint")} placeholder={t("noMunicipality")} options={municipalities} optional error={errors.municipalitySlug} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("save")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} dirty={form.formState.isDirty} />
      </FormActions>
    </form>
  );
}
