"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import type { Localized } from "#lib/localized/schema.ts";
import { renameOrganisationAction } from "#lib/organisations/actions.ts";
import { renameOrganisationSchema } from "#lib/organisations/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { nameErrors } from "./name-errors.ts";

/** The name of an organisation in each language. */
export function RenameOrganisationForm({ organisation }: { organisation: { id: string; name: Localized; version: number } }) {
  const t = useTranslations("accounts.organisation");
  const router = useRouter();
  const [savedAt, setSavedAt] = useState<Date>();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: renameOrganisationSchema,
    defaults: { organisationId: organisation.id, version: organisation.version, name: organisation.name },
    action: renameOrganisationAction,
    onDone: ({ version }, output) => {
      // What was just saved is what the next save starts from.
      form.reset({ ...output, version });
      setSavedAt(now());
      router.refresh();
    },
  });
  const { name, languages, summary } = nameErrors(errors);
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={summary} labels={{ "name.ka": t("name"), "name.en": t("name") }} code={code} />
        <LocalizedField name="name" label={t("name")} hint={t("nameHint")} error={name} errors={languages} register={(language) => register(`name.${language}`)} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("save")}</Button>
        <FormStatus saving={saving} savedAt={savedAt} dirty={form.formState.isDirty} />
      </FormActions>
    </form>
  );
}
