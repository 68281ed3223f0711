"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormActions } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDateTime, formatList } from "#lib/platform/i18n/formats.ts";
import type { EventRecord } from "#lib/process/events/queries.ts";
import type { EventFormValues } from "#lib/process/events/schema.ts";
import { eventValues } from "./event-values.ts";

interface Props {
  mine: EventFormValues;
  theirs: EventRecord;
  onKeep: (theirs: EventRecord) => void;
  onLoad: (theirs: EventRecord) => void;
}

/** A colleague was faster: where the two differ, and the choice whose it is to be. Nothing typed is lost. */
export function EventConflict({ mine, theirs, onKeep, onLoad }: Props) {
  const [t, fields] = [useTranslations("process.conflict"), useTranslations("process.fields")];
  const locale = useLocale();
  const found = eventValues(theirs, theirs.secretariatId);
  const names = (Object.keys(found) as (keyof EventFormValues)[]).filter((name) => fields.has(name) && JSON.stringify(found[name]) !== JSON.stringify(mine[name]));
  return (
    <Notice tone="warning" live title={t("title", { name: theirs.savedBy })}>
      <p>{t("text", { at: formatDateTime(theirs.savedAt, locale) })}</p>
      {names.length > 0 && <p>{t("differs", { fields: formatList(names.map((name) => fields(name)), locale) })}</p>}
      <FormActions>
        <Button type="button" tone="plain" onClick={() => onKeep(theirs)}>{t("keep")}</Button>
        <Button type="button" tone="plain" onClick={() => onLoad(theirs)}>{t("load")}</Button>
      </FormActions>
    </Notice>
  );
}
