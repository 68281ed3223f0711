import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { getPlanLines } from "#lib/figures/plan-figures/queries.ts";
import { csvPages } from "#lib/figures/plan-figures/rules.ts";
import { figuresAddress } from "#lib/figures/plan-figures/schema.ts";
import { partName } from "#lib/figures/standing-figures/rules.ts";
import { LinesChart } from "./figure-charts.tsx";
import { FigureSection } from "./figure-section.tsx";
import { tellCell } from "./told-figure.ts";

type Found = NonNullable<Awaited<ReturnType<typeof getPlanLines>>>;

/** A page of a plan's lines in time, of all of them or of one part. */
export function LineList({ found: { plan, of, noun, part, lines }, today, locale }: { found: Found; today: string; locale: Locale }) {
  const t = useTranslations();
  const ask = { of, part: part?.slug ?? null };
  const files = csvPages(lines.total).map((page) => figuresAddress(plan.slug, "/milestones.csv", { ...ask, page }));
  return (
    <>
      <p>
        {t(`figures.many.${noun}`, { count: lines.total })}.{" "}
        {part && <>{t("figures.milestones.inPart", { part: tellCell(partName(part), locale, t).text })} · <Link href={figuresAddress(plan.slug, "/milestones", { of })}>{t("figures.milestones.whole")}</Link></>}
      </p>
      <FigureSection level={2} figure={lines.figure} locale={locale} csv={files} empty={t("figures.milestones.none")}>
        <LinesChart figure={lines.figure} today={today} locale={locale} />
      </FigureSection>
      <Pagination page={lines.page} pages={lines.pages} hrefFor={(page) => figuresAddress(plan.slug, "/milestones", { ...ask, page })} />
    </>
  );
}
