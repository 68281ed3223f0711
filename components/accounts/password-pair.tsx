"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { TextInput } from "#components/forms/text-input.tsx";

interface Props {
  register: (name: "password" | "repeated") => Omit<ComponentProps<"input">, "name"> & { name: string };
  errors: Readonly<Record<string, string | undefined>>;
}

/** A new password and the same again; a password manager may fill both. */
export function PasswordPair({ register, errors }: Props) {
  const t = useTranslations("accounts.field");
  return (
    <>
      <TextInput {...register("password")} type="password" autoComplete="new-password" label={t("newPassword")} hint={t("passwordHint")} error={errors.password} />
      <TextInput {...register("repeated")} type="password" autoComplete="new-password" label={t("repeated")} error={errors.repeated} />
    </>
  );
}
