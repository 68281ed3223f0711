"use client";

import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "#components/forms/radio-group.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import { unchangedProgress } from "#lib/reporting/rules.ts";
import type { Progress } from "#lib/reporting/schema.ts";

interface Said {
  progress: Progress | null;
  noProgress: boolean;
}

interface Props {
  id: string;
  subject: ReportedSubject;
  said: Said;
  error: string | undefined;
  onSay: (said: Said) => void;
}

/** Where it stands now: what can follow from last time, or that nothing happened, which is an answer of its own. */
export function ProgressChoice({ id, subject, said, error, onSay }: Props) {
  const t = useTranslations("reporting");
  const statuses = useTranslations("status.progress");
  const locale = useLocale();
  const stays = said.noProgress ? said.progress : unchangedProgress(subject.earlier?.progress ?? null, subject.accepted?.progress ?? null);
  const days = { from: formatDate(subject.period.startsOn, locale), to: formatDate(subject.period.endsOn, locale) };
  const nothing = stays ? [{ value: "no_progress", label: t("form.noProgress"), hint: `${t("form.noProgressHint", days)} ${t("screen.stays", { status: statuses(stays) })}` }] : [];
  return (
    <RadioGroup
      id={id} name="progress" legend={t("form.progress")} hint={t("form.progressHint")} error={error}
      value={said.noProgress ? "no_progress" : (said.progress ?? "")}
      registration={{ onChange: ({ target }) => onSay(target.value === "no_progress" ? { progress: stays, noProgress: true } : { progress: target.value as Progress, noProgress: false }) }}
      options={[...subject.reachable.map((value) => ({ value, label: <ProgressMark progress={value} locale={locale} /> })), ...nothing]}
    />
  );
}
