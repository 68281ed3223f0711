"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import type { Option } from "#components/forms/select.tsx";
import { anchored } from "#components/forms/use-action-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { OpenedEntity } from "#lib/plans/editor/queries.ts";
import { newId } from "#lib/platform/ids.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { AtWork } from "./at-work.tsx";
import { DraftStatus } from "./draft-status.tsx";
import { EntityFields } from "./entity-fields.tsx";
import { wordOf } from "./fields.tsx";
import type { FormChoices } from "./form-choices.ts";
import { MeetingNotice } from "./meeting-notice.tsx";
import { Organisations } from "./organisation-field.tsx";
import { useEntityForm } from "./use-entity-form.ts";

interface Props {
  opened: OpenedEntity;
  choices: FormChoices;
  /** The plan is adopted: what is saved waits in the amendment in preparation. */
  staging: boolean;
  addressOpen: boolean;
  /** The query of the page that adds another one at the same place. */
  placeQuery: string;
}

/** The form of one thing of a plan. What is typed is kept as the person's own draft; the plan changes when it is saved. */
export function EntityForm({ opened, choices: listed, staging, addressOpen, placeQuery }: Props) {
  const t = useTranslations("editing");
  const [locale, router] = [useLocale(), useRouter()];
  const { planId, entity, draft } = opened;
  const [added, setAdded] = useState<Option[]>([]);
  const choices = { ...listed, organisations: [...listed.organisations, ...added] };
  const plan = `/workspace/plans/${planId}`;
  const { form, errors, code, meeting, gone, restored, kept, save, saving, isNew, choose, addAgain, discard } = useEntityForm(opened, (again) => {
    router.push(`/${locale}${again ? `${plan}/new/${entity}/${newId()}${placeQuery}` : `${plan}?saved=${opened.id}#line-${opened.id}`}`);
    router.refresh();
  });
  const label = (path: string) => t(entity === "legal_act" ? `act.${path.split(".")[0]}` : `fields.${wordOf(path)}`);
  const wrong = anchored(errors, form.getValues());
  return (
    <FormProvider {...form}>
      <form method="post" onSubmit={(event) => (saving ? event.preventDefault() : void save(event, false))} noValidate>
        <FormColumn>
          <AtWork others={kept.others ?? opened.others} />
          {restored && draft && (
            <Notice tone="info" title={t("draft.restored", { at: formatDateTime(draft.savedAt, locale) })}>
              <p>{t(staging ? "draft.notStaged" : "draft.notSaved")}</p>
              <Button type="button" tone="quiet" onClick={() => void discard()}>{t("draft.discard")}</Button>
            </Notice>
          )}
          {meeting && <MeetingNotice meeting={meeting} choices={choices} label={label} onChoose={choose} />}
          {gone && (
            <Notice tone="warning" live title={t("gone.title")}>
              <p>{t("gone.text")}</p>
              <Button type="button" tone="plain" onClick={addAgain}>{t("gone.addAgain")}</Button>
            </Notice>
          )}
          <ErrorSummary errors={wrong} labels={Object.fromEntries(Object.keys(wrong).map((path) => [path, label(path)]))} code={code} />
          <Organisations value={{ options: choices.organisations, kinds: choices.organisationKinds, onAdded: (option) => setAdded([...added, option]) }}>
            <EntityFields entity={entity} choices={choices} addressOpen={addressOpen} />
          </Organisations>
        </FormColumn>
        <FormActions>
          <Button aria-disabled={saving}>{t(staging ? "save.staged" : "save.plan")}</Button>
          {isNew && <Button type="button" tone="plain" aria-disabled={saving} onClick={(event) => void save(event, true)}>{t("save.another")}</Button>}
          <Link href={plan}>{t("save.back")}</Link>
          <DraftStatus saving={saving} {...kept} />
        </FormActions>
      </form>
    </FormProvider>
  );
}
