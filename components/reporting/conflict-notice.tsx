"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TakeFocus } from "#components/forms/take-focus.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { UpdateFacts } from "./update-facts.tsx";
import type { UpdateForm } from "#lib/reporting/queries.ts";

/** What somebody else saved meanwhile; null: the report is no draft any more. `kept`: it will be replaced by what is typed. */
export interface Conflict {
  theirs: UpdateForm["working"];
  kept: boolean;
}

interface Props {
  conflict: Conflict;
  /** See EvidenceList. */
  files: string;
  onLoad: (theirs: NonNullable<Conflict["theirs"]>) => void;
  onKeep: (theirs: NonNullable<Conflict["theirs"]>) => void;
}

/** Somebody else was faster: who, when, what; nothing typed is lost, and the person decides. */
export function ConflictNotice({ conflict: { theirs, kept }, files, onLoad, onKeep }: Props) {
  const t = useTranslations("reporting.form");
  const locale = useLocale();
  if (!theirs || theirs.status === "submitted") return <TakeFocus when="gone"><Notice tone="warning"><p>{t("conflictGone")}</p></Notice></TakeFocus>;
  if (kept) return <Notice tone="info" live><p>{t("keptMine", { name: theirs.savedBy })}</p></Notice>;
  return (
    <TakeFocus when={`${theirs.id} ${theirs.version}`}>
      <Notice tone="warning" title={t("conflictTitle", { name: theirs.savedBy })}>
        <p>{t("conflictText", { at: formatDateTime(theirs.savedAt, locale) })}</p>
        <UpdateFacts update={theirs} locale={locale} files={files} />
        <FormActions>
          <Button type="button" tone="plain" onClick={() => onKeep(theirs)}>{t("keepMine")}</Button>
          <Button type="button" tone="plain" onClick={() => onLoad(theirs)}>{t("loadTheirs")}</Button>
        </FormActions>
      </Notice>
    </TakeFocus>
  );
}
