import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Hash } from "#components/ui/hash.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { ReportVersionView } from "#lib/reports/queries.ts";
import { snapshotFileName } from "#lib/reports/rules.ts";
import styles from "./reports.module.css";

interface Props {
  slug: string;
  /** The version that is being read. */
  shown: number;
  versions: readonly ReportVersionView[];
  /** Where this site is reached, without a slash at the end: printed, so that paper leads back. */
  site: string;
  locale: Locale;
}

/** What each system has of its own to compute a SHA-256. */
const checks = [["Linux", "sha256sum"], ["macOS", "shasum -a 256"], ["Windows", "Get-FileHash"]] as const;

/** Every version with its permanent address, why it was made, and how anybody can check that it is unchanged. */
export function ReportVersions({ slug, shown, versions, site, locale }: Props) {
  const t = useTranslations("reports.versions");
  const stage = useTranslations("status.reportStage");
  return (
    <section aria-labelledby="versions" className={styles.stack}>
      <SectionHeading id="versions">{t("heading")}</SectionHeading>
      <p>{t("lead")}</p>
      {versions.length > 1 && <p data-screen-only><Link href={`/reports/${slug}/comparison`}>{t("compare")}</Link></p>}
      <ol role="list" className={styles.versions}>
        {versions.map((version) => (
          <li key={version.number} className={styles.version}>
            <p>
              <Link href={`/reports/${slug}/versions/${version.number}`}>{t("version", { number: version.number })}</Link>, {stage(version.stage)}, {formatDate(version.publishedAt, locale)}
              {version.number === shown && <span className={styles.soft}> {t("shown")}</span>}
            </p>
            {version.reason && (
              <>
                <p className={styles.label}>{t("reason")}</p>
                <LocalizedParagraphs value={version.reason} locale={locale} />
              </>
            )}
            <p className={styles.address}>{`${site}/${locale}/reports/${slug}/versions/${version.number}`}</p>
            <Hash value={version.sha256} />
            <p data-screen-only><a href={`/api/reports/${slug}/versions/${version.number}`} download>{t("download")}</a></p>
          </li>
        ))}
      </ol>
      <Disclosure summary={t("check")}>
        <p>{t("checkText")}</p>
        <dl className={styles.commands}>
          {checks.map(([system, command]) => <div key={system}><dt>{system}</dt><dd><code>{command} {snapshotFileName(slug, shown)}{system === "Windows" && " -Algorithm SHA256"}</code></dd></div>)}
        </dl>
        <p>{t("checkEnd")} <a href="/schemas/report-2.json">{t("schema")}</a></p>
      </Disclosure>
    </section>
  );
}
