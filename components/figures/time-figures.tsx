import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanFigures } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import { LinesChart, PartsChart } from "./figure-charts.tsx";
import { FigureSection } from "./figure-section.tsx";
import styles from "./figures.module.css";

interface Props {
  figures: PlanFigures;
  today: string;
  locale: Locale;
}

/** So many parts are drawn; the table has more of them. */
const drawn = 40;

/** What stands where against today: line by line where they fit on a page, and part by part. */
export function TimeFigures({ figures: { plan, of, noun, lines, timeline }, today, locale }: Props) {
  const t = useTranslations("figures");
  const ask = { of };
  const slugs = new Map(plan.parts.map(({ id, slug }) => [id, slug]));
  return (
    <section aria-labelledby="time">
      <SectionHeading id="time">{t("groups.time")}</SectionHeading>
      {lines.pages === 1 && (
        <FigureSection figure={lines.figure} locale={locale} csv={[figuresAddress(plan.slug, "/milestones.csv", ask)]} empty={t("empty")}>
          <LinesChart figure={lines.figure} today={today} locale={locale} />
        </FigureSection>
      )}
      {lines.pages > 1 && <p><Link className={styles.alone} href={figuresAddress(plan.slug, "/milestones", ask)}>{t("milestones.all", { noun: t(`counted.${noun}`), count: lines.total })}</Link></p>}
      {timeline.rows.length > 0 && (
        <FigureSection figure={timeline} locale={locale} csv={[figuresAddress(plan.slug, "/timeline.csv", ask)]}>
          <PartsChart figure={timeline} today={today} most={drawn} locale={locale} hrefOf={({ key }) => figuresAddress(plan.slug, "/milestones", { ...ask, part: slugs.get(key) ?? null })} />
          {timeline.rows.length > drawn && <p>{t("otherParts", { count: timeline.rows.length - drawn })}</p>}
        </FigureSection>
      )}
    </section>
  );
}
