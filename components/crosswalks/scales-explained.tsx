import { useTranslations, type Locale } from "next-intl";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { gradesOfAxis } from "#lib/assessments/rules.ts";
import { irmAxes } from "#lib/assessments/schema.ts";
import { seriousness } from "#lib/assessments/voice-comparisons/rules.ts";
import type { IrmStep, ScaleLine } from "#lib/assessments/crosswalks/queries.ts";
import { progressStatuses } from "#lib/reporting/schema.ts";
import { IrmSteps, ScaleLines } from "./scale-lines.tsx";
import styles from "./crosswalks.module.css";

/** The scales of all three voices, each by itself, and in which order differences between them are told. */
export function ScalesExplained({ lines, steps, locale }: { lines: readonly ScaleLine[]; steps: readonly (IrmStep & { axis: string })[]; locale: Locale }) {
  const t = useTranslations("crosswalks");
  const axis = useTranslations("assessments.irm");
  const kinds = useTranslations("differences.kinds");
  return (
    <>
      <SectionHeading id="progress">{t("progress.title")}</SectionHeading>
      <p>{t("progress.text")}</p>
      <ul role="list" className={styles.marks}>
        {progressStatuses.map((progress) => <li key={progress}><ProgressMark progress={progress} /></li>)}
      </ul>
      <SectionHeading id="fulfilment">{t("own.title")}</SectionHeading>
      <p>{t(lines.length > 0 ? "own.text" : "own.empty")}</p>
      {lines.length > 0 && <ScaleLines lines={lines} hrefFor={({ secretariat, scaleCode }) => `/scales/${secretariat.slug}/${scaleCode}`} locale={locale} />}
      <SectionHeading id="irm">{t("irm.title")}</SectionHeading>
      <p>{t("irm.text")}</p>
      <FactList facts={irmAxes.map((one) => ({ label: axis(one), value: <IrmSteps steps={gradesOfAxis(steps, one)} locale={locale} /> }))} />
      <SectionHeading id="serious">{t("serious.title")}</SectionHeading>
      <p>{t.rich("serious.text", { link: (words) => <Link href="/differences">{words}</Link> })}</p>
      <ol className={styles.order}>
        {seriousness.map(({ kind, steps: apart }, place) => <li key={place}>{kinds(kind, { steps: apart ?? 0 })}</li>)}
      </ol>
    </>
  );
}
