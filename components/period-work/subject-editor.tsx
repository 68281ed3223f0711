"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { ConflictNotice } from "#components/reporting/conflict-notice.tsx";
import { LastUpdate } from "#components/reporting/last-update.tsx";
import { WithSide } from "#components/reporting/with-side.tsx";
import { Button } from "#components/ui/button.tsx";
import type { WorkItem } from "#lib/boards/period-work/queries.ts";
import { standingOf } from "#lib/boards/period-work/rules.ts";
import type { Doors } from "./doors.ts";
import { KeepingWords } from "./keeping-words.tsx";
import { MissingLinks } from "./missing-links.tsx";
import { ProgressChoice } from "./progress-choice.tsx";
import { SubjectFields } from "./subject-fields.tsx";
import { SubjectNotices } from "./subject-notices.tsx";
import type { LiveLine } from "./use-lines.ts";
import { useDraft } from "./use-draft.ts";
import { saidOf } from "./update-values.ts";

interface Props {
  item: WorkItem;
  doors: Doors;
  now: Date;
  /** Tells the list where this line stands and how to save what waits; null when the form goes. */
  onLive: (id: string, live: LiveLine | null) => void;
  onNext: (id: string) => void;
}

/** The report on one subject: what is said now, beside what was said last time. It saves by itself; the list sends it. */
export function SubjectEditor({ item, doors, now, onLive, onNext }: Props) {
  const t = useTranslations("reporting");
  const locale = useLocale();
  const { subject, working } = item;
  const { keeper, form, first, values, view } = useDraft(item, doors);
  const prefix = `f-${subject.id}.`;
  const begun = view.changed ? "draft" : (working?.status ?? null);
  const standing = standingOf(begun, saidOf(values, view.items), subject, { accepted: subject.accepted !== null, now });
  const told = JSON.stringify(standing);
  useEffect(() => {
    onLive(subject.id, { standing: JSON.parse(told) as typeof standing, savedAt: view.saved?.at ?? null, keeping: view.keeping, flush: () => keeper.flush() });
  }, [onLive, subject.id, told, view.saved, view.keeping, keeper]);
  useEffect(() => () => onLive(subject.id, null), [onLive, subject.id]);
  return (
    <WithSide side={<LastUpdate subject={subject} locale={locale} files={doors.evidence.files} />}>
      <SubjectNotices item={item} locale={locale} />
      <form noValidate onSubmit={(event) => { event.preventDefault(); void keeper.flush(); }} aria-label={`${subject.number} ${t("screen.now")}`}>
        <FormColumn>
          {view.conflict && <ConflictNotice conflict={view.conflict} files={doors.evidence.files} onLoad={(theirs) => form.reset(keeper.loadTheirs(theirs))} onKeep={(theirs) => keeper.keepMine(theirs)} />}
          <ProgressChoice
            id={`${prefix}progress`} subject={subject} said={values} error={view.errors.progress}
            onSay={({ progress, noProgress }) => { form.setValue("progress", progress); form.setValue("noProgress", noProgress); }}
          />
          <SubjectFields prefix={prefix} subject={subject} first={first} values={values} view={view} why={standing.why} register={form.register} keeper={keeper} doors={doors.evidence} />
          {begun && <MissingLinks prefix={prefix} standing={standing} subject={subject} locale={locale} />}
        </FormColumn>
        <FormActions>
          <Button type="button" tone="plain" onClick={() => onNext(subject.id)}>{t("screen.next")}</Button>
          <KeepingWords view={view} locale={locale} />
        </FormActions>
      </form>
    </WithSide>
  );
}
