"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { Select, type Option } from "#components/forms/select.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { placePlanAction } from "#lib/organisations/plan-municipalities/actions.ts";
import { placePlanSchema } from "#lib/organisations/plan-municipalities/schema.ts";
import { now } from "#lib/platform/clock.ts";

/** Where residents look for the plan. Saved by itself, whatever the plan's status: it is nothing that the plan promises. */
export function PlanMunicipality({ planId, municipalitySlug, municipalities }: { planId: string; municipalitySlug: string | null; municipalities: readonly Option[] }) {
  const t = useTranslations("editing.municipality");
  const router = useRouter();
  const [savedAt, setSavedAt] = useState<Date>();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: placePlanSchema,
    defaults: { planId, municipalitySlug: municipalitySlug ?? "" },
    action: placePlanAction,
    onDone: ({ municipalitySlug: saved }) => {
      form.reset({ planId, municipalitySlug: saved ?? "" });
      setSavedAt(now());
      router.refresh();
    },
  });
  return (
    <section aria-labelledby="municipality-of-plan">
      <SectionHeading id="municipality-of-plan">{t("heading")}</SectionHeading>
      <form method="post" onSubmit={submit} noValidate>
        <FormColumn>
          <ErrorSummary errors={errors} labels={{ municipalitySlug: t("label") }} code={code} />
          <Select {...register("municipalitySlug")} label={t("label")} hint={t("hint")} placeholder={t("none")} options={municipalities} defaultValue={municipalitySlug ?? ""} error={errors.municipalitySlug} />
        </FormColumn>
        <FormActions>
          <Button tone="plain" aria-disabled={saving}>{t("save")}</Button>
          <FormStatus saving={saving} savedAt={savedAt} dirty={form.formState.isDirty} />
        </FormActions>
      </form>
    </section>
  );
}
