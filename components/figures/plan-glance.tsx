import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanGlance as Glance } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import { LinesChart, PartsChart } from "./figure-charts.tsx";
import { LastSteps } from "./last-steps.tsx";
import styles from "./figures.module.css";

/** So many parts are drawn at the top of a plan's page. */
const drawn = 8;

/** The figures of a plan in short: where its milestones, or where they are many its parts, stand against today, and what changed last. */
export function PlanGlance({ glance, today, locale }: { glance: Glance; today: string; locale: Locale }) {
  const t = useTranslations("figures");
  const { plan, noun, lines, total, timeline, last } = glance;
  if (total === 0) return null;
  const few = lines.rows.length === total;
  const more = timeline.rows.length - drawn;
  return (
    <section aria-labelledby="figures" className={styles.figure}>
      <SectionHeading id="figures" note={t(`many.${noun}`, { count: total })}>{t("title")}</SectionHeading>
      {few ? <LinesChart figure={lines} today={today} locale={locale} /> : <PartsChart figure={timeline} today={today} most={drawn} locale={locale} />}
      {!few && more > 0 && <p>{t("otherParts", { count: more })}</p>}
      <LastSteps last={last} locale={locale} />
      <p><Link className={styles.alone} href={figuresAddress(plan.slug, "")}>{t("linkLong")}</Link></p>
    </section>
  );
}
