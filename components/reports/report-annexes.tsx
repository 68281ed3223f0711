import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { flatMilestones } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { AnnexComments } from "./annex-comments.tsx";
import { AnnexEvidence } from "./annex-evidence.tsx";
import styles from "./reports.module.css";

/** What stands at the end of a report: comments with their responses, every piece of evidence, how two scales were read on each other. */
export function ReportAnnexes({ snapshot, locale }: { snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("report-files");
  const byIrm = snapshot.commitments.some((commitment) => [commitment, ...flatMilestones(commitment.milestones).map(({ milestone }) => milestone)].some(({ assessments }) => assessments.some(({ irm }) => irm.completion)));
  return (
    <>
      {snapshot.comments && <AnnexComments comments={snapshot.comments} snapshot={snapshot} locale={locale} />}
      <AnnexEvidence snapshot={snapshot} locale={locale} />
      {snapshot.crosswalk && <AnnexCrosswalk crosswalk={snapshot.crosswalk} snapshot={snapshot} locale={locale} />}
      {!snapshot.crosswalk && byIrm && (
        <>
          <SectionHeading id="crosswalk" level={3}>{t("annexes.crosswalk")}</SectionHeading>
          <p>{t("crosswalk.none")}</p>
        </>
      )}
    </>
  );
}

function AnnexCrosswalk({ crosswalk, snapshot: { plan }, locale }: { crosswalk: NonNullable<Snapshot["crosswalk"]>; snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("reports.annexes");
  const { grades } = plan.scale;
  return (
    <>
      <SectionHeading id="crosswalk" level={3}>{t("crosswalk")}</SectionHeading>
      <p>{t("crosswalkLead", { number: crosswalk.number, date: formatDate(new Date(crosswalk.recordedAt), locale) })}</p>
      <Table
        caption={t("crosswalk")} captionHidden columns={[{ label: t("ownScale") }, { label: t("irmScale") }]}
        rows={crosswalk.entries.flatMap(({ grade: code, completion }) => {
          const grade = grades.find((one) => one.code === code);
          const own = grade ? <FulfilmentBar key="own" grade={grade} of={grades.length} locale={locale} /> : code;
          return [{ key: code, cells: [own, completion ? <LocalizedText key="irm" value={completion.label} locale={locale} /> : <span key="irm" className={styles.soft}>{t("nothing")}</span>] }];
        })}
      />
    </>
  );
}
