"use client";

import { useLocale, useTranslations } from "next-intl";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { FormActions } from "#components/forms/form.tsx";
import { FormStatus } from "#components/forms/form-status.tsx";
import { useCommand } from "#components/forms/use-command.ts";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { finaliseReportAction, publishReportForConsultationAction } from "#lib/reports/actions.ts";
import type { ReportForComposer } from "#lib/reports/queries.ts";
import { nextStep } from "#lib/reports/rules.ts";
import type { ReportVersionInput } from "#lib/reports/schema.ts";
import { CorrectionForm } from "./correction-form.tsx";
import styles from "./reports.module.css";

interface Props {
  report: Omit<ReportForComposer, "next" | "unanswered">;
  /** Something is typed and not saved. */
  dirty: boolean;
  /** How many comments still wait. */
  waiting: number;
  /** The calendar day in Tbilisi. */
  today: string;
  /** Gets the version that the next change of the report has to name. */
  onPublished: (version: number) => void;
}

/** The one step that leads on from here, what it does, and why it cannot be taken yet. */
export function ReportSteps({ report, dirty, waiting, today, onPublished }: Props) {
  const t = useTranslations("reports.workspace.steps");
  const locale = useLocale();
  const step = nextStep(report.status);
  const { run, running, code, value } = useCommand(async (input: ReportVersionInput) => {
    const answer = await (step === "consult" ? publishReportForConsultationAction : finaliseReportAction)(input);
    if (answer.ok) onPublished(answer.value.version);
    return answer;
  });
  const number = report.versions.length + 1;
  const until = report.consultation?.endsOn;
  const open = step === "finalise" && until !== undefined && today <= until;
  return (
    <section aria-labelledby="publishing" className={styles.stack}>
      <SectionHeading id="publishing">{t("heading")}</SectionHeading>
      {value && <Notice tone="success" live><p>{t("done", { number: value.number })} <Link href={`/reports/${value.slug}`}>{t("read")}</Link></p></Notice>}
      <p>{t(`${step}Text`, { number, days: report.consultationDays })}</p>
      {open && <p>{t("finaliseOpen", { until: formatDate(until, locale) })}</p>}
      {dirty && <p className={styles.label}>{t("saveFirst")}</p>}
      {step === "correct" && <CorrectionForm report={report} dirty={dirty} onPublished={onPublished} />}
      {step !== "correct" && !open && !dirty && (waiting === 0 || step === "consult") && (
        <FormActions>
          <AskedButton
            label={t(step)} question={t(`${step}Question`)} yes={t("yes")} no={t("no")} tone="primary" running={running}
            onYes={() => run({ reportId: report.id, version: report.version })}
          />
          <FormStatus saving={running} error={code} />
        </FormActions>
      )}
    </section>
  );
}
