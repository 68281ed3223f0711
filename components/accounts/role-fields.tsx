"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select, type Option } from "#components/forms/select.tsx";
import { roles } from "#lib/actors/schema.ts";

interface Props {
  organisations: readonly Option[];
  role: Omit<ComponentProps<"select">, "name"> & { name: string };
  organisation: Omit<ComponentProps<"select">, "name"> & { name: string };
  errors: Readonly<Record<string, string | undefined>>;
  hint?: string;
}

/** A role and the organisation in which it counts. */
export function RoleFields({ organisations, role, organisation, errors, hint }: Props) {
  const t = useTranslations();
  return (
    <>
      <Select {...role} label={t("accounts.field.role")} hint={hint} options={roles.map((value) => ({ value, label: t(`status.role.${value}`) }))} error={errors[role.name]} />
      <Select {...organisation} label={t("accounts.field.organisationId")} hint={t("accounts.field.organisationHint")} options={organisations} error={errors[organisation.name]} />
    </>
  );
}
