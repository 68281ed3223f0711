"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { Select, type Option } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { discardAmendmentAction, makeAmendmentAction, saveAmendmentAction } from "#lib/editing/amendments/actions.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";

interface Props {
  planId: string;
  amendment: { id: string; version: number; reason: Localized | null; legalActId: string | null };
  acts: readonly Option[];
  changes: number;
}

/** Why the plan changes and by which act; then it is put on the record, or thrown away. */
export function AmendmentForm({ planId, amendment, acts, changes }: Props) {
  const t = useTranslations("editing.amendment");
  const { register, send, code, saving, savedAt, dirty, make, discard } = useAmendment(planId, amendment);
  const [act] = useState(newId);
  const wrong = code === "REASON_REQUIRED" ? { "reason.ka": "reasonRequired" } : {};
  return (
    <form method="post" onSubmit={send} noValidate>
      <SectionHeading id="why">{t("why")}</SectionHeading>
      <FormColumn>
        <ErrorSummary errors={wrong} labels={{ "reason.ka": t("reason") }} code={code} />
        <LocalizedField
          name="reason" label={t("reason")} hint={t("reasonHint")} multiline rows={4} defaultValue={amendment.reason} error={wrong["reason.ka"]}
          register={(language) => register(`reason.${language}`)}
        />
        <Select {...register("legalActId")} label={t("act")} hint={t("actHint")} optional options={acts} placeholder={t("noAct")} defaultValue={amendment.legalActId ?? ""} />
        <p><Link href={`/workspace/plans/${planId}/new/legal_act/${act}`}>{t("addAct")}</Link></p>
      </FormColumn>
      <FormActions>
        <Button tone="plain" aria-disabled={saving}>{t("keep")}</Button>
        <AskedButton tone="primary" label={t("make")} question={t("makeQuestion", { count: changes })} yes={t("makeYes")} no={t("makeNo")} running={saving} onYes={make} />
        <AskedButton label={t("discard")} question={t("discardQuestion", { count: changes })} yes={t("discardYes")} no={t("makeNo")} running={saving} onYes={discard} />
        <FormStatus saving={saving} savedAt={savedAt} dirty={dirty} error={code} />
      </FormActions>
    </form>
  );
}

function useAmendment(planId: string, { id: amendmentId, reason, legalActId, ...first }: Props["amendment"]) {
  const [locale, router] = [useLocale(), useRouter()];
  const [version, setVersion] = useState(first.version);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [code, setCode] = useState<ErrorCode>();
  const form = useForm({ defaultValues: { reason: { ka: reason?.ka ?? "", en: reason?.en ?? "" }, legalActId: legalActId ?? "" } });
  const under = async <T,>(action: (input: { amendmentId: string; version: number; reason: Localized; legalActId: string | null }) => Promise<Answer<T>>, done: (value: T) => void) => {
    const values = form.getValues();
    const answer = await action({ amendmentId, version, reason: values.reason, legalActId: values.legalActId || null }).catch(() => ({ ok: false, code: "UNAVAILABLE" }) as const);
    setCode(answer.ok ? undefined : answer.code);
    if (answer.ok) done(answer.value);
    if (answer.ok) router.refresh();
  };
  const back = (query: string) => router.push(`/${locale}/workspace/plans/${planId}${query}`);
  const keep = () => under(saveAmendmentAction, (saved) => {
    setVersion(saved.version);
    setSavedAt(now());
    form.reset(form.getValues());
  });
  return {
    register: form.register, code, savedAt,
    saving: form.formState.isSubmitting,
    dirty: form.formState.isDirty,
    send: form.handleSubmit(keep),
    make: form.handleSubmit(() => under(makeAmendmentAction, ({ number }) => back(`?amended=${number}`))),
    discard: form.handleSubmit(() => under(({ amendmentId: id, version: at }) => discardAmendmentAction({ amendmentId: id, version: at }), () => back(""))),
  };
}
