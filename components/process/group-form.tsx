"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { Organisations } from "#components/editing/organisation-field.tsx";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import type { Option } from "#components/forms/select.tsx";
import { anchored } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { loadGroupAction, publishGroupAction, saveGroupAction } from "#lib/process/working-groups/actions.ts";
import type { GroupRecord } from "#lib/process/working-groups/queries.ts";
import { saveGroupSchema } from "#lib/process/working-groups/schema.ts";
import { GroupFields } from "./group-fields.tsx";
import { groupValues } from "./group-values.ts";
import type { FormChoices } from "./process-choices.ts";
import { useFieldLabels } from "./process-fields.tsx";
import { useRecordForm } from "./use-record-form.ts";

/** The form of a working group or forum. `record` null: a new one. */
export function GroupForm({ record, choices: listed }: { record: GroupRecord | null; choices: FormChoices }) {
  const [t, locale, labels] = [useTranslations("process"), useLocale(), useFieldLabels()];
  const [added, setAdded] = useState<Option[]>([]);
  const choices = { ...listed, organisations: [...listed.organisations, ...added] };
  const { form, element, submit, errors, code, saving, savedAt, press, theirs, keepMine, loadTheirs } = useRecordForm({
    schema: saveGroupSchema, defaults: groupValues(record, record?.secretariatId ?? listed.secretariats[0]?.value ?? ""),
    record, save: saveGroupAction, publish: publishGroupAction, load: loadGroupAction, pathOf: (id) => `/workspace/process/groups/${id}`,
  });
  const wrong = anchored(errors, form.getValues());
  const isDraft = !record?.publishedAt;
  return (
    <FormProvider {...form}>
      <form ref={element} method="post" onSubmit={submit} noValidate>
        <FormColumn>
          {theirs && (
            <Notice tone="warning" live title={t("conflict.someone")}>
              <p>{t("conflict.text", { at: formatDateTime(theirs.savedAt, locale) })}</p>
              <FormActions>
                <Button type="button" tone="plain" onClick={() => keepMine(theirs)}>{t("conflict.keep")}</Button>
                <Button type="button" tone="plain" onClick={() => loadTheirs(theirs, groupValues(theirs, theirs.secretariatId))}>{t("conflict.load")}</Button>
              </FormActions>
            </Notice>
          )}
          <ErrorSummary errors={wrong} labels={labels(wrong)} code={theirs ? undefined : code} />
          <Organisations value={{ options: choices.organisations, kinds: choices.organisationKinds, onAdded: (option) => setAdded([...added, option]) }}>
            <GroupFields choices={choices} chooseSecretariat={!record && choices.secretariats.length > 1} />
          </Organisations>
        </FormColumn>
        <FormActions>
          {isDraft && <AskedButton label={t("group.publish")} question={t("group.publishQuestion")} yes={t("event.publishYes")} no={t("event.no")} running={saving} onYes={press("publish")} tone="primary" />}
          <Button type="button" tone={isDraft ? "plain" : "primary"} aria-disabled={saving} onClick={press("save")}>{t(isDraft ? "event.saveDraft" : "event.savePublic")}</Button>
          <FormStatus saving={saving} savedAt={savedAt} dirty={form.formState.isDirty} error={theirs ? undefined : code} />
        </FormActions>
      </form>
    </FormProvider>
  );
}
