"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Answer } from "#lib/platform/answers.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { correctReportAction, finaliseReportAction, publishReportForConsultationAction } from "#lib/reports/actions.ts";
import type { ReportForComposer } from "#lib/reports/queries.ts";
import { nextStep } from "#lib/reports/rules.ts";
import type { FrozenReport } from "#lib/reports/schema.ts";
import { CorrectionForm } from "./correction-form.tsx";
import type { SectionLine } from "./section-lines.ts";
import type { Composer } from "./use-composer.ts";
import styles from "./reports.module.css";

interface Props {
  report: Omit<ReportForComposer, "next" | "unanswered">;
  /** What the sections are called, for those that are needed and empty. */
  names: readonly SectionLine[];
  composer: Composer;
  titleDirty: boolean;
  /** How many comments still wait. */
  waiting: number;
  /** The calendar day in Tbilisi. */
  today: string;
}

type Refusal = "unsaved" | "changedMeanwhile" | null;
type Publish = (seen: { reportId: string; version: number }) => Promise<Answer<FrozenReport>>;

/** Saves what is typed first, and names the version that this page shows: nobody publishes what they have not seen. */
function usePublishing(reportId: string, composer: Composer) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal>(null);
  const publish = async (take: Publish): Promise<Answer<FrozenReport>> => {
    setRefusal(null);
    if (!(await composer.keepers.flush())) {
      setRefusal("unsaved");
      return { ok: false, code: "INVALID_INPUT", fieldErrors: {} };
    }
    const answer = await take({ reportId, version: composer.keepers.seen });
    if (answer.ok) composer.keepers.moved(answer.value.version);
    composer.setErrors(!answer.ok && answer.code === "REPORT_INCOMPLETE" ? answer.fieldErrors : {});
    if (!answer.ok && answer.code === "CONFLICT") setRefusal("changedMeanwhile");
    if (!answer.ok) router.refresh();
    return answer;
  };
  return { publish, refusal };
}

/** The one step that leads on from here, what it does, and why it cannot be taken yet. */
export function ReportSteps({ report, names, composer, titleDirty, waiting, today }: Props) {
  const [t, sections] = [useTranslations("reports.workspace.steps"), useTranslations("report-sections")];
  const locale = useLocale();
  const step = nextStep(report.status);
  const { publish, refusal } = usePublishing(report.id, composer);
  const { run, running, code, value } = useCommand(() => publish(step === "consult" ? publishReportForConsultationAction : finaliseReportAction));
  const number = report.versions.length + 1;
  const until = report.consultation?.endsOn;
  const open = step === "finalise" && until !== undefined && today <= until;
  const empty = names.filter(({ key }) => composer.errors[key] === "requiredInOneLanguage");
  return (
    <section aria-labelledby="publishing" className={styles.stack}>
      <SectionHeading id="publishing">{t("heading")}</SectionHeading>
      {value && <Notice tone="success" live><p>{t("done", { number: value.number })} <Link href={`/reports/${value.slug}`}>{t("read")}</Link></p></Notice>}
      <p>{t(`${step}Text`, { number, days: report.consultationDays })}</p>
      {open && <p>{t("finaliseOpen", { until: formatDate(until, locale) })}</p>}
      {titleDirty && <p className={styles.label}>{t("saveFirst")}</p>}
      {refusal && <Notice tone="error" live><p>{sections(refusal)}</p></Notice>}
      {empty.length > 0 && <Notice tone="error" live title={sections("incomplete")}><ul>{empty.map(({ key, name }) => <li key={key}><a href={`#${key}`}>{name}</a></li>)}</ul></Notice>}
      {step === "correct" && <CorrectionForm report={report} dirty={titleDirty} action={(reason) => publish((seen) => correctReportAction({ ...seen, reason }))} />}
      {step !== "correct" && !open && !titleDirty && (waiting === 0 || step === "consult") && (
        <FormActions>
          <AskedButton label={t(step)} question={t(`${step}Question`)} yes={t("yes")} no={t("no")} tone="primary" running={running} onYes={() => run(undefined)} />
          <FormStatus saving={running} error={refusal || empty.length > 0 ? null : code} />
        </FormActions>
      )}
    </section>
  );
}
