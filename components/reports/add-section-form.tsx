"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { localize } from "#lib/record/localized/schema.ts";
import { newId } from "#lib/platform/ids.ts";
import { addSectionAction } from "#lib/reports/sections/actions.ts";
import { addSectionSchema } from "#lib/reports/sections/schema.ts";
import type { Composer } from "./use-composer.ts";

/** A section of the Secretariat's own: its heading, in one language at least. */
export function AddSectionForm({ reportId, composer }: { reportId: string; composer: Composer }) {
  const t = useTranslations("report-sections.add");
  const [locale, router] = [useLocale(), useRouter()];
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: addSectionSchema,
    defaults: { reportId, key: `text:${newId()}`, heading: { ka: "", en: "" } },
    action: addSectionAction,
    onDone: ({ reportVersion }, { heading }) => {
      composer.keepers.moved(reportVersion);
      composer.setSaid(t("done", { name: localize(heading, locale)?.text ?? "" }));
      form.reset({ reportId, key: `text:${newId()}`, heading: { ka: "", en: "" } });
      router.refresh();
    },
  });
  return (
    <Disclosure summary={t("heading")}>
      <form method="post" onSubmit={submit} noValidate>
        <FormColumn>
          <p>{t("lead")}</p>
          <ErrorSummary errors={errors} labels={{ heading: t("label"), "heading.ka": t("label"), "heading.en": t("label") }} code={code} />
          <LocalizedField
            name="heading" label={t("label")} error={errors.heading} errors={{ ka: errors["heading.ka"], en: errors["heading.en"] }} register={(language) => register(`heading.${language}`)}
          />
        </FormColumn>
        <FormActions><Button tone="plain" aria-disabled={saving}>{t("submit")}</Button></FormActions>
      </form>
    </Disclosure>
  );
}
