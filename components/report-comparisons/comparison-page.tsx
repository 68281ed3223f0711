import { useTranslations, type Locale } from "next-intl";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { PublishedComparison } from "#lib/reports/comparisons/queries.ts";
import { saysTheSame } from "#lib/reports/comparisons/rules.ts";
import type { ComparedVersion } from "#lib/reports/comparisons/schema.ts";
import { ComparedFigures } from "./compared-figures.tsx";
import { ComparedSections } from "./compared-sections.tsx";
import { ComparedSubjects } from "./compared-subjects.tsx";
import { VersionChoice } from "./version-choice.tsx";

/** What two versions of a report say differently, for everybody: what the public said may have changed it. */
export function ComparisonPage({ compared, locale }: { compared: PublishedComparison; locale: Locale }) {
  const t = useTranslations("report-comparisons");
  const { slug, title, plan, versions, comparison } = compared;
  const name = pickText(title, locale)?.text ?? "";
  return (
    <Page>
      <Breadcrumbs items={[{ href: `/plans/${plan.slug}`, label: pickText(plan.title, locale)?.text ?? "" }, { href: `/reports/${slug}`, label: name }, { label: t("title") }]} />
      <PageHeading eyebrow={name} title={t("title")} lead={t("lead")}>
        {comparison && <p>{t.rich("between", { before: () => <Version slug={slug} version={comparison.before} locale={locale} />, after: () => <Version slug={slug} version={comparison.after} locale={locale} /> })}</p>}
      </PageHeading>
      {versions.length > 2 && <VersionChoice slug={slug} versions={versions} from={comparison?.before.number} to={comparison?.after.number} />}
      {!comparison && <p>{t(versions.length > 1 ? "unknown" : "single")}</p>}
      {comparison && (saysTheSame(comparison) ? <p>{t("same")}</p> : (
        <>
          {comparison.comments > 0 && <p>{t.rich("comments", { count: comparison.comments, link: (words) => <Link href={`/reports/${slug}/versions/${comparison.after.number}#comments-and-responses`}>{words}</Link> })}</p>}
          <ComparedSections comparison={comparison} locale={locale} />
          <ComparedFigures figures={comparison.figures} scale={compared.scale} locale={locale} />
          <ComparedSubjects comparison={comparison} slug={slug} scale={compared.scale} locale={locale} />
        </>
      ))}
    </Page>
  );
}

function Version({ slug, version, locale }: { slug: string; version: ComparedVersion; locale: Locale }) {
  const [t, stage] = [useTranslations("report-comparisons"), useTranslations("status.reportStage")];
  return <Link href={`/reports/${slug}/versions/${version.number}`}>{t("version", { number: version.number, stage: stage(version.stage), date: formatDate(new Date(version.publishedAt), locale) })}</Link>;
}
