"use client";

import { useTranslations } from "next-intl";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { Select, type Option } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import type { newAccountSchema, NewAccount } from "#lib/accounts/schema.ts";
import { RoleFields } from "./role-fields.tsx";
import styles from "./role-rows.module.css";

interface Props {
  form: UseFormReturn<NewAccount, unknown, z.output<typeof newAccountSchema>>;
  organisations: readonly Option[];
  errors: Readonly<Record<string, string | undefined>>;
  /** Only coordinators are invited: the role is not asked. */
  coordinators: boolean;
}

/** The roles that an invitation brings: one row a role, as many as are needed. */
export function RoleRows({ form, organisations, errors, coordinators }: Props) {
  const t = useTranslations("accounts");
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "memberships" });
  const empty = { role: (coordinators ? "coordinator" : "") as "coordinator", organisationId: "" };
  return (
    <>
      {fields.map(({ id }, index) => (
        <fieldset key={id} className={styles.row}>
          <legend className={styles.legend}>{t("new.role", { number: index + 1 })}</legend>
          {coordinators ? (
            <Select {...form.register(`memberships.${index}.organisationId`)} label={t("field.organisationId")} options={organisations} error={errors[`memberships.${index}.organisationId`]} />
          ) : (
            <RoleFields
              organisations={organisations}
              // An organisation chosen before would be in the way of an administrator.
              role={form.register(`memberships.${index}.role`, { onChange: () => form.setValue(`memberships.${index}.organisationId`, "") })}
              organisation={form.register(`memberships.${index}.organisationId`)}
              chosen={form.watch(`memberships.${index}.role`) ?? ""}
              errors={errors}
            />
          )}
          {fields.length > 1 && <div><Button type="button" tone="quiet" aria-label={t("new.lessOf", { number: index + 1 })} onClick={() => remove(index)}>{t("new.less")}</Button></div>}
        </fieldset>
      ))}
      {fields.length < 20 && <div><Button type="button" tone="plain" onClick={() => append(empty)}>{t("new.another")}</Button></div>}
    </>
  );
}
