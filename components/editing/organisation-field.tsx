"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext, useState, type KeyboardEvent } from "react";
import { useFormContext } from "react-hook-form";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { Select, type Option } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { nameOrganisationAction } from "#lib/organisations/actions.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import { makeKey } from "#lib/sheets/keys.ts";
import styles from "./editing.module.css";
import { SearchField, type FieldNames } from "./fields.tsx";

/** The organisations of a form, with those that were added while it was filled in. */
export const Organisations = createContext<{ options: readonly Option[]; kinds: readonly Option[]; onAdded: (option: Option) => void }>({ options: [], kinds: [], onAdded: () => undefined });

/** An organisation of the list; one that is not there yet is added in place. */
export function OrganisationField(names: FieldNames) {
  const t = useTranslations("editing.organisation");
  const { options } = useContext(Organisations);
  return (
    <div>
      <SearchField {...names} options={options} />
      <Disclosure summary={t("missing")}><NewOrganisation field={names.name} /></Disclosure>
    </div>
  );
}

/** Stands inside another form: its fields are no part of that, and Enter does not send it. */
function NewOrganisation({ field }: { field: string }) {
  const t = useTranslations("editing.organisation");
  const { kinds, onAdded } = useContext(Organisations);
  const { setValue } = useFormContext();
  const [name, setName] = useState<Localized>({});
  const [kindCode, setKindCode] = useState("");
  const [state, setState] = useState<{ running: boolean; code?: ErrorCode }>({ running: false });
  const add = async () => {
    setState({ running: true });
    const answer = await nameOrganisationAction({ name, kindCode, slug: makeKey(name, new Set()) }).catch(() => ({ ok: false, code: "UNAVAILABLE" }) as const);
    setState({ running: false, ...(answer.ok ? {} : { code: answer.code }) });
    if (!answer.ok) return;
    onAdded({ value: answer.value.id, label: name.ka || name.en || "", hint: `${name.ka ?? ""} ${name.en ?? ""}` });
    setValue(field, answer.value.id, { shouldDirty: true });
    setName({});
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  return (
    <div className={styles.stack} onKeyDown={onKeyDown}>
      <LocalizedField name={`${field}-name`} label={t("name")} register={(language) => ({ onChange: async (event: { target: { value: string } }) => setName({ ...name, [language]: event.target.value }), value: name[language] ?? "" })} />
      <Select name={`${field}-kind`} label={t("kind")} options={kinds} value={kindCode} onChange={(event) => setKindCode(event.target.value)} />
      <div className={styles.buttons}>
        <Button type="button" tone="plain" aria-disabled={state.running} onClick={() => void (!state.running && add())}>{t("add")}</Button>
        <FormStatus saving={state.running} error={state.code} />
      </div>
    </div>
  );
}
