"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import type { Option } from "#components/forms/select.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { newAccountSchema } from "#lib/accounts/schema.ts";
import { inviteAction } from "#lib/accounts/invitations/actions.ts";
import { locales } from "#lib/record/localized/schema.ts";
import { MadeLink } from "./made-link.tsx";
import { RoleRows } from "./role-rows.tsx";

interface Made {
  id: string;
  url: string | null;
  mailed: boolean;
  known: boolean;
  name: string;
  email: string;
}

/** Invites a person with their roles; a Secretariat invites coordinators only. */
export function NewAccountForm({ organisations, coordinators = false }: { organisations: readonly Option[]; coordinators?: boolean }) {
  const t = useTranslations();
  const [made, setMade] = useState<Made>();
  const first = { role: (coordinators ? "coordinator" : "") as "coordinator", organisationId: "" };
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: newAccountSchema,
    defaults: { name: "", email: "", locale: "ka", memberships: [first] },
    action: inviteAction,
    onDone: (invited, { name, email }) => {
      setMade({ ...invited, name, email });
      form.reset();
    },
  });
  const labels = {
    name: t("accounts.field.name"),
    email: t("accounts.field.email"),
    ...Object.fromEntries(Object.keys(errors).flatMap((path) => {
      const [, number, field] = /^memberships\.(\d+)\.(role|organisationId)$/.exec(path) ?? [];
      return field ? [[path, `${t("accounts.new.role", { number: Number(number) + 1 })}, ${t(`accounts.field.${field}`)}`]] : [];
    })),
  };
  const next = made && (coordinators ? <Link href="/workspace/coordinators">{t("accounts.coordinators.next")}</Link> : <Link href={`/workspace/administration/accounts/${made.id}`}>{t("accounts.link.next", { name: made.name })}</Link>);
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        {made && <MadeLink kind={made.known ? "role" : "invitation"} email={made.email} delivery={made}><p>{next}</p></MadeLink>}
        <ErrorSummary errors={errors} labels={labels} code={code} />
        <TextInput {...register("name")} autoComplete="off" label={t("accounts.field.name")} error={errors.name} />
        <TextInput {...register("email")} type="email" autoComplete="off" label={t("accounts.field.email")} error={errors.email} />
        <RadioGroup name="locale" legend={t("accounts.field.locale")} registration={register("locale")} options={locales.map((value) => ({ value, label: t(`ui.languages.${value}`) }))} error={errors.locale} />
        <RoleRows form={form} organisations={organisations} errors={errors} coordinators={coordinators} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("accounts.new.submit")}</Button>
      </FormActions>
    </form>
  );
}
