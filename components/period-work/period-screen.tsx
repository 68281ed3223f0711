"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { FormActions } from "#components/forms/form.tsx";
import type { PeriodWork } from "#lib/boards/period-work/queries.ts";
import { BeforeSending } from "./before-sending.tsx";
import type { Doors } from "./doors.ts";
import { OrganisationSection } from "./organisation-section.tsx";
import { SeveralWithoutProgress } from "./several-without-progress.tsx";
import { SentReport } from "./sent-report.tsx";
import { useLines } from "./use-lines.ts";
import { useSending } from "./use-sending.ts";

interface Props {
  work: PeriodWork;
  doors: Doors;
  /** Lines that are open at first. */
  opened: readonly string[];
  now: Date;
}

/** A coordinator's whole work in one period: every line opens in place and saves by itself; what is ready goes with one press. */
export function PeriodScreen({ work, doors, opened, now }: Props) {
  const t = useTranslations("reporting.screen");
  const locale = useLocale();
  const list = useLines(work, doors.owner, opened, now);
  const sending = useSending(list.lines, list, doors, work.period.id);
  const several = work.organisations.length > 1;
  const writable = work.organisations.some(({ open }) => open);
  return (
    <>
      {sending.report && <SentReport report={sending.report} lines={list.lines} locale={locale} />}
      <FormActions>
        <Button type="button" tone="quiet" onClick={() => list.openAll(true)}>{t("openAll")}</Button>
        <Button type="button" tone="quiet" onClick={() => list.openAll(false)}>{t("closeAll")}</Button>
      </FormActions>
      {writable && <SeveralWithoutProgress lines={list.lines} onSay={sending.sayNoProgress} locale={locale} />}
      {work.organisations.map((organisation) => (
        <OrganisationSection key={organisation.id} organisation={organisation} named={several} work={work} list={list} doors={doors} now={now} locale={locale} />
      ))}
      {writable && <BeforeSending lines={list.lines} named={several} running={sending.running} onSend={sending.sendReady} onGo={list.goTo} locale={locale} />}
    </>
  );
}
