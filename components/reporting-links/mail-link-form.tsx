"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { Select } from "#components/forms/select.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { createReportingLinkAction } from "#lib/boards/reporting-links/actions.ts";
import { createReportingLinkSchema } from "#lib/boards/reporting-links/schema.ts";

interface Props {
  periodId: string;
  organisations: readonly { value: string; label: string }[];
  /** The organisation that is chosen at first; "" for none. */
  chosen: string;
}

/** Mails somebody a link to report for one organisation. */
export function MailLinkForm({ periodId, organisations, chosen }: Props) {
  const t = useTranslations("links.create");
  const [languages, router, locale] = [useTranslations("ui.languages"), useRouter(), useLocale()];
  const [mailed, setMailed] = useState<{ email: string; until: Date } | null>(null);
  const defaults = { periodId, organisationId: chosen, name: "", email: "", locale };
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: createReportingLinkSchema,
    defaults,
    action: createReportingLinkAction,
    onDone: ({ expiresAt }, { email }) => {
      setMailed({ email, until: expiresAt });
      form.reset(defaults);
      router.refresh();
    },
  });
  const labels = { organisationId: t("organisation"), name: t("name"), email: t("email"), locale: t("language") };
  return (
    <form onSubmit={submit} noValidate>
      <SectionHeading id="mail-link">{t("title")}</SectionHeading>
      <FormColumn>
        {mailed && <Notice tone="success" live><p>{t("mailed", { email: mailed.email, until: formatDateTime(mailed.until, locale) })}</p></Notice>}
        <ErrorSummary errors={errors} labels={labels} code={code} />
        <Select {...register("organisationId")} label={labels.organisationId} error={errors.organisationId} options={organisations} />
        <TextInput {...register("email")} type="email" label={labels.email} hint={t("emailHint")} error={errors.email} autoComplete="off" />
        <TextInput {...register("name")} label={labels.name} hint={t("nameHint")} optional error={errors.name} autoComplete="off" />
        <Select {...register("locale")} label={labels.locale} placeholder={null} error={errors.locale} options={["ka", "en"].map((value) => ({ value, label: languages(value) }))} />
      </FormColumn>
      <FormActions><Button aria-disabled={saving}>{t("send")}</Button></FormActions>
    </form>
  );
}
