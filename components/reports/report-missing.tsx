import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatList } from "#lib/platform/i18n/formats.ts";
import { inOneLanguage, whatIsMissing } from "#lib/snapshots/rules.ts";
import type { Snapshot } from "#lib/snapshots/schema.ts";
import { sectionName } from "./section-name.ts";
import styles from "./reports.module.css";

/** What readers will see as not reported, not assessed, or in one language only, before anything is published. */
export function ReportMissing({ snapshot, locale }: { snapshot: Snapshot; locale: Locale }) {
  const [t, texts] = [useTranslations("reports.workspace.missing"), useTranslations("reports.workspace.texts")];
  const names = useTranslations("reports.sections");
  const missing = whatIsMissing(snapshot);
  const half = inOneLanguage(snapshot);
  return (
    <section aria-labelledby="missing" className={styles.stack}>
      <SectionHeading id="missing">{t("heading")}</SectionHeading>
      {missing.length === 0 && <p>{t("none")}</p>}
      {missing.length > 0 && (
        <>
          <p>{t("counts", { reports: missing.filter(({ notReported }) => notReported).length, assessments: missing.filter(({ notAssessed }) => notAssessed).length })}</p>
          <p>{t("lead")}</p>
          <Disclosure summary={t("list")} open={missing.length <= 10}>
            <ul>
              {missing.map(({ id, kind, number, notReported, notAssessed }) => (
                <li key={id}>{t(kind, { number })}: {[...(notReported ? [t("notReported")] : []), ...(notAssessed ? [t("notAssessed")] : [])].join(", ")}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
      {half.length > 0 && <p>{t("language", { texts: formatList(half.map((key) => key === "title" ? texts("title") : sectionName(key, snapshot, locale, names)), locale) })}</p>}
    </section>
  );
}
