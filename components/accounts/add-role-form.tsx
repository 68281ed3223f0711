"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import type { Option } from "#components/forms/select.tsx";
import { useActionForm } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { addMembershipAction } from "#lib/accounts/actions.ts";
import { newMembershipSchema } from "#lib/accounts/schema.ts";
import { RoleFields } from "./role-fields.tsx";

/** Gives the person a further role. */
export function AddRoleForm({ accountId, organisations }: { accountId: string; organisations: readonly Option[] }) {
  const t = useTranslations("accounts");
  const router = useRouter();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: newMembershipSchema,
    defaults: { accountId, role: "" as "coordinator", organisationId: "" },
    action: addMembershipAction,
    onDone: () => {
      form.reset();
      router.refresh();
    },
  });
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={errors} labels={{ role: t("field.role"), organisationId: t("field.organisationId") }} code={code} />
        <RoleFields
          organisations={organisations}
          role={register("role", { onChange: () => form.setValue("organisationId", "") })}
          organisation={register("organisationId")}
          chosen={form.watch("role")}
          errors={errors}
        />
      </FormColumn>
      <FormActions>
        <Button tone="plain" aria-disabled={saving}>{t("account.addRoleSubmit")}</Button>
      </FormActions>
    </form>
  );
}
