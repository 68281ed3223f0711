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
import { locales } from "#lib/localized/schema.ts";
import { inviteAccountAction } from "#lib/sign-in/actions.ts";
import { MadeLink } from "./made-link.tsx";
import { RoleFields } from "./role-fields.tsx";

interface Made {
  id: string;
  url: string;
  name: string;
  email: string;
}

/** Adds a person with a first role; their link to choose a password is mailed and shown once. */
export function NewAccountForm({ organisations }: { organisations: readonly Option[] }) {
  const t = useTranslations();
  const [made, setMade] = useState<Made>();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: newAccountSchema,
    defaults: { name: "", email: "", locale: "ka", memberships: [{ role: "" as "coordinator", organisationId: "" }] },
    action: inviteAccountAction,
    onDone: ({ id, url }, { name, email }) => {
      setMade({ id, url, name, email });
      form.reset();
    },
  });
  const role = register("memberships.0.role");
  const organisation = register("memberships.0.organisationId");
  const labels = {
    name: t("accounts.field.name"),
    email: t("accounts.field.email"),
    [role.name]: t("accounts.field.role"),
    [organisation.name]: t("accounts.field.organisationId"),
  };
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        {made && <MadeLink url={made.url} email={made.email}><p><Link href={`/workspace/administration/accounts/${made.id}`}>{t("accounts.link.next", { name: made.name })}</Link></p></MadeLink>}
        <ErrorSummary errors={errors} labels={labels} code={code} />
        <TextInput {...register("name")} autoComplete="off" label={t("accounts.field.name")} error={errors.name} />
        <TextInput {...register("email")} type="email" autoComplete="off" label={t("accounts.field.email")} error={errors.email} />
        <RadioGroup name="locale" legend={t("accounts.field.locale")} registration={register("locale")} options={locales.map((value) => ({ value, label: t(`ui.languages.${value}`) }))} error={errors.locale} />
        <RoleFields organisations={organisations} role={role} organisation={organisation} errors={errors} hint={t("accounts.new.roleHint")} />
      </FormColumn>
      <FormActions>
        <Button aria-disabled={saving}>{t("accounts.new.submit")}</Button>
      </FormActions>
    </form>
  );
}
