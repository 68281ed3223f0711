import { useTranslations, type Locale } from "next-intl";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { UpdateFacts } from "./update-facts.tsx";
import styles from "./reporting.module.css";

/** What was accepted last, beside what is being written now. */
export function LastUpdate({ subject, locale, files }: { subject: ReportedSubject; locale: Locale; files?: string | undefined }) {
  const t = useTranslations("reporting.last");
  const update = subject.accepted ?? subject.earlier;
  return (
    <Disclosure open summary={t("title")}>
      {update ? (
        <>
          <p className={styles.soft}>
            {t("period", { period: pickText(update.periodLabel, locale)?.text ?? "", date: update.acceptedAt ? formatDate(update.acceptedAt, locale) : "" })}
          </p>
          <UpdateFacts update={update} locale={locale} subject={subject} files={files} />
        </>
      ) : (
        <p>{t("nothing")}</p>
      )}
    </Disclosure>
  );
}
