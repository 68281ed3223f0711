"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { doorsWithAccount } from "#components/evidence/evidence-doors.ts";
import { EvidenceField } from "#components/evidence/evidence-field.tsx";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FieldGroup } from "#components/forms/field.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { anchored, useActionForm } from "#components/forms/use-action-form.ts";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import { fulfilRecommendationAction } from "#lib/process/recommendations/actions.ts";
import { fulfilSchema } from "#lib/process/recommendations/schema.ts";

/** Says that a recommendation is fulfilled: when, what was done, and what shows it. */
export function FulfilForm({ recommendationId, version, addresseeId }: { recommendationId: string; version: number; addresseeId: string }) {
  const [t, router] = [useTranslations("process.fulfil"), useRouter()];
  const element = useRef<HTMLFormElement>(null);
  const [items, setItems] = useState<EvidenceView[]>([]);
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: fulfilSchema, defaults: { recommendationId, version, fulfilledOn: "", text: { ka: "", en: "" }, evidence: [] },
    action: (output) => fulfilRecommendationAction({ ...output, version, evidence: items.map(({ id, title }) => ({ evidenceId: id, title: title ?? {} })) }), onDone: () => router.refresh(),
  });
  const wrong = anchored(errors, form.getValues());
  return (
    <form ref={element} method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={wrong} labels={{ fulfilledOn: t("day"), "text.ka": t("text"), "text.en": t("text"), evidence: t("evidence") }} code={code} />
        <TextInput label={t("day")} hint={t("dayHint")} error={errors.fulfilledOn} inputMode="numeric" autoComplete="off" {...register("fulfilledOn")} />
        <LocalizedField name="text" label={t("text")} multiline rows={5} error={errors.text} errors={{ ka: errors["text.ka"], en: errors["text.en"] }} register={(language) => register(`text.${language}`)} />
        <FieldGroup id="proof" label={t("evidence")} hint={t("evidenceHint")}>
          <EvidenceField doors={doorsWithAccount} organisationId={addresseeId} items={items} onChange={setItems} sources={[]} errors={errors} />
        </FieldGroup>
      </FormColumn>
      <FormActions>
        <AskedButton label={t("send")} question={t("question")} yes={t("yes")} no={t("no")} running={saving} onYes={() => element.current?.requestSubmit()} tone="primary" />
        <FormStatus saving={saving} dirty={form.formState.isDirty || items.length > 0} error={code} />
      </FormActions>
    </form>
  );
}
