"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select, type Option } from "#components/forms/select.tsx";
import { roles } from "#lib/record/actors/schema.ts";

type Registered = Omit<ComponentProps<"select">, "name"> & { name: string };

interface Props {
  organisations: readonly Option[];
  role: Registered;
  organisation: Registered;
  /** The role chosen by now: an administrator's has no organisation. */
  chosen: string;
  errors: Readonly<Record<string, string | undefined>>;
}

/** A role and the organisation in which it counts. */
export function RoleFields({ organisations, role, organisation, chosen, errors }: Props) {
  const t = useTranslations();
  return (
    <>
      <Select {...role} label={t("accounts.field.role")} options={roles.map((value) => ({ value, label: t(`status.role.${value}`) }))} error={errors[role.name]} />
      {chosen === "administrator" ? (
        <p>{t("accounts.field.organisationHint")}</p>
      ) : (
        <Select {...organisation} label={t("accounts.field.organisationId")} options={organisations} error={errors[organisation.name]} />
      )}
    </>
  );
}
