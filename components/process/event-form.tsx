"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useWatch } from "react-hook-form";
import { Group } from "#components/editing/fields.tsx";
import { Organisations } from "#components/editing/organisation-field.tsx";
import { doorsWithAccount } from "#components/evidence/evidence-doors.ts";
import { EvidenceField } from "#components/evidence/evidence-field.tsx";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import type { Option } from "#components/forms/select.tsx";
import { anchored } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import type { EventRecord } from "#lib/process/events/queries.ts";
import { AnsweredRecommendations } from "./answered-recommendations.tsx";
import { EventConflict } from "./event-conflict.tsx";
import { EventCourse, EventHead, EventRecommendations } from "./event-fields.tsx";
import type { FormChoices } from "./process-choices.ts";
import { useFieldLabels } from "./process-fields.tsx";
import { useEventForm } from "./use-event-form.ts";

interface Props {
  /** Null: a new one. */
  record: EventRecord | null;
  choices: FormChoices;
}

/** The form of an event, from its announcement to its minutes: one column, the lists as long as need be. */
export function EventForm({ record, choices: listed }: Props) {
  const t = useTranslations("process.event");
  const [added, setAdded] = useState<Option[]>([]);
  const { form, element, submit, errors, code, saving, savedAt, dirty, items, changeItems, theirs, keepMine, loadTheirs, press } = useEventForm(record, record?.secretariatId ?? listed.secretariats[0]?.value ?? "");
  const labels = useFieldLabels();
  const secretariatId = useWatch({ control: form.control, name: "secretariatId" });
  const wrong = anchored(errors, form.getValues());
  const isDraft = record?.status !== "published";
  const choices = { ...listed, organisations: [...listed.organisations, ...added] };
  return (
    <FormProvider {...form}>
      <form ref={element} method="post" onSubmit={submit} noValidate>
        <FormColumn>
          {theirs && <EventConflict mine={form.getValues()} theirs={theirs} onKeep={keepMine} onLoad={loadTheirs} />}
          <ErrorSummary errors={wrong} labels={labels(wrong)} code={theirs ? undefined : code} />
          <Organisations value={{ options: choices.organisations, kinds: choices.organisationKinds, onAdded: (option) => setAdded([...added, option]) }}>
            <EventHead choices={choices} chooseSecretariat={!record && choices.secretariats.length > 1} />
            <EventCourse />
            {record && <AnsweredRecommendations recommendations={record.recommendations} />}
            <EventRecommendations />
          </Organisations>
          <Group legend={t("documents")}>
            <EvidenceField doors={doorsWithAccount} organisationId={secretariatId} items={items} onChange={changeItems} sources={[]} errors={errors} />
          </Group>
        </FormColumn>
        <FormActions>
          {isDraft && <AskedButton label={t("publish")} question={t("publishQuestion")} yes={t("publishYes")} no={t("no")} running={saving} onYes={press("publish")} tone="primary" />}
          <Button type="button" tone={isDraft ? "plain" : "primary"} aria-disabled={saving} onClick={press("save")}>{t(isDraft ? "saveDraft" : "savePublic")}</Button>
          <FormStatus saving={saving} savedAt={savedAt} dirty={dirty} error={theirs ? undefined : code} />
        </FormActions>
      </form>
    </FormProvider>
  );
}
