import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { GradeBars } from "#components/charts/grade-bars.tsx";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { partsOf } from "#components/plans/status-bar.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { MunicipalityStanding as Standing } from "#lib/figures/municipalities/schema.ts";
import styles from "./municipalities.module.css";

/** Each axis in counts: what agencies report of it, and how Secretariats judged it. */
export function MunicipalityStanding({ standing, locale }: { standing: Standing; locale: Locale }) {
  const t = useTranslations();
  const { total, grades, notAssessed } = standing;
  const said = (count: number) => t("municipalities.standing.of", { count, total });
  const judged = grades.map((grade) => ({ key: grade.id, label: <FulfilmentBar grade={grade} of={grade.of} locale={locale} />, count: grade.count, said: said(grade.count) }));
  const none = notAssessed > 0 ? [{ key: "none", label: t("municipalities.standing.notAssessed"), count: notAssessed, said: said(notAssessed) }] : [];
  return (
    <section aria-labelledby="standing">
      <SectionHeading id="standing">{t("municipalities.standing.heading")}</SectionHeading>
      <h3 className={styles.axis}>{t("municipalities.standing.progress")}</h3>
      <ShareBar label={t("municipalities.standing.progress")} parts={partsOf(standing.progress, (status) => t(`status.progress.${status}`))} />
      <h3 className={styles.axis}>{t("municipalities.standing.fulfilment")}</h3>
      <GradeBars label={t("municipalities.standing.fulfilment")} bars={[...judged, ...none]} total={total} />
      <p className={styles.onward}><Link href="/compare?by=municipalities&of=commitments">{t("municipalities.standing.compare")}</Link></p>
    </section>
  );
}
