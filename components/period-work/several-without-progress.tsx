"use client";

import { useTranslations, type Locale } from "next-intl";
import { useState } from "react";
import { Checkbox } from "#components/forms/checkbox.tsx";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { Outcome, SayNoProgressInput } from "#lib/boards/period-work/schema.ts";
import type { Answer } from "#lib/platform/answers.ts";
import { unchangedProgress } from "#lib/reporting/rules.ts";
import styles from "./period-work.module.css";
import type { Line } from "./use-lines.ts";

interface Props {
  lines: readonly Line[];
  onSay: (input: Omit<SayNoProgressInput, "periodId">) => Promise<Answer<Outcome[]>>;
  locale: Locale;
}

/** True where nothing is said yet and "no progress" can be: it was not finished before. */
function canStay({ editable, standing, item: { subject } }: Line): boolean {
  return editable && standing.state === "none" && unchangedProgress(subject.earlier?.progress ?? null, subject.accepted?.progress ?? null) !== null;
}

/** "No progress in this period" said of several milestones at once, with the reason they share. */
export function SeveralWithoutProgress({ lines, onSay, locale }: Props) {
  const t = useTranslations("reporting");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reasons, setReasons] = useState("");
  const [state, setState] = useState<{ saving?: boolean; code?: string; fields?: Record<string, string> }>({});
  const offered = lines.filter(canStay);
  if (offered.length < 2) return null;
  const say = async () => {
    const subjects = offered.filter(({ id }) => chosen.has(id)).map(({ item: { subject } }) => ({ commitmentId: subject.commitmentId, milestoneId: subject.milestoneId }));
    if (subjects.length === 0 || !reasons.trim()) return setState({ fields: { ...(subjects.length ? {} : { subjects: "choiceRequired" }), ...(reasons.trim() ? {} : { reasons: "reasonRequired" }) } });
    setState({ saving: true });
    const answer = await onSay({ subjects, reasons: { [locale]: reasons } });
    setState(answer.ok ? {} : { code: answer.code });
    if (!answer.ok) return;
    setChosen(new Set());
    setReasons("");
  };
  return (
    <Disclosure summary={t("screen.several.title")}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (!state.saving) void say(); }}>
        <FormColumn>
          <p>{t("screen.several.lead")}</p>
          <fieldset className={styles.choices}>
            <legend>{t("screen.several.which")}</legend>
            {offered.map(({ id, item: { subject } }, index) => (
              <Checkbox
                key={id} id={`several-${id}`} name="subjects" label={`${subject.number} ${pickText(subject.title ?? subject.commitment.title, locale)?.text ?? ""}`} error={index === 0 ? state.fields?.subjects : undefined}
                checked={chosen.has(id)} onChange={({ target }) => setChosen((before) => new Set(target.checked ? [...before, id] : [...before].filter((one) => one !== id)))}
              />
            ))}
          </fieldset>
          <TextArea id="several-reasons" name="reasons" label={t("form.reasons")} hint={t("screen.why.no_progress")} rows={3} lang={locale} error={state.fields?.reasons} value={reasons} onChange={({ target }) => setReasons(target.value)} />
        </FormColumn>
        <FormActions>
          <Button tone="plain" aria-disabled={state.saving}>{t("screen.several.say", { count: chosen.size })}</Button>
          <FormStatus saving={state.saving ?? false} error={state.code} />
        </FormActions>
      </form>
    </Disclosure>
  );
}
