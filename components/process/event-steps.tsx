"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { LocalizedField } from "#components/forms/localized-field.tsx";
import { anchored, useActionForm } from "#components/forms/use-action-form.ts";
import { useCommand } from "#components/forms/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { cancelEventAction, deleteDraftEventAction } from "#lib/process/event-recording/actions.ts";
import type { EventRecord } from "#lib/process/events/queries.ts";
import { cancelEventSchema } from "#lib/process/events/schema.ts";
import styles from "./process.module.css";

/** What is done to an event more rarely than editing it: a draft is deleted, an announced one is cancelled. */
export function EventSteps({ record }: { record: EventRecord }) {
  const t = useTranslations("process.event");
  if (record.status === "draft") return <DeleteDraft record={record} />;
  if (record.recommendations.length > 0) return <p className={styles.apart}>{t("cancelAsked")}</p>;
  return <div className={styles.apart}><Disclosure summary={t("cancel")}><CancelForm record={record} /></Disclosure></div>;
}

function DeleteDraft({ record: { id, version } }: { record: EventRecord }) {
  const t = useTranslations("process.event");
  const [locale, router] = [useLocale(), useRouter()];
  const { run, running, code } = useCommand(async (input: { eventId: string; version: number }) => {
    const answer = await deleteDraftEventAction(input);
    if (answer.ok) router.push(`/${locale}/workspace/process`);
    return answer;
  });
  return (
    <FormActions>
      <AskedButton label={t("delete")} question={t("deleteQuestion")} yes={t("deleteYes")} no={t("no")} running={running} onYes={() => run({ eventId: id, version })} />
      <FormStatus saving={running} error={code} />
    </FormActions>
  );
}

function CancelForm({ record: { id, version } }: { record: EventRecord }) {
  const t = useTranslations("process.event");
  const router = useRouter();
  const { form, register, errors, code, submit, saving } = useActionForm({
    schema: cancelEventSchema, defaults: { eventId: id, version, reason: { ka: "", en: "" } },
    action: (output) => cancelEventAction({ ...output, version }), onDone: () => router.refresh(),
  });
  const wrong = anchored(errors, form.getValues());
  return (
    <form method="post" onSubmit={submit} noValidate>
      <FormColumn>
        <ErrorSummary errors={wrong} labels={{ "reason.ka": t("cancelReason"), "reason.en": t("cancelReason") }} code={code} />
        <LocalizedField name="reason" label={t("cancelReason")} hint={t("cancelHint")} multiline rows={3} error={errors.reason} errors={{ ka: errors["reason.ka"], en: errors["reason.en"] }} register={(language) => register(`reason.${language}`)} />
      </FormColumn>
      <FormActions>
        <Button tone="danger" aria-disabled={saving}>{t("cancelNow")}</Button>
        <FormStatus saving={saving} error={code} />
      </FormActions>
    </form>
  );
}
