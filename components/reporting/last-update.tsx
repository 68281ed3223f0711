import { useTranslations, type Locale } from "next-intl";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { pickText } from "#components/ui/localized-text.tsx";
import { UpdateFacts } from "./update-facts.tsx";
import styles from "./reporting.module.css";

/** What was accepted last, beside what is being written now. */
export function LastUpdate({ subject, locale }: { subject: ReportedSubject; locale: Locale }) {
  const t = useTranslations("reporting.last");
  const update = subject.accepted ?? subject.earlier;
  return (
    <section aria-labelledby="last-update" className={styles.stack}>
      <h2 id="last-update">{t("title")}</h2>
      {update ? (
        <>
          <p className={styles.soft}>
            {t("period", { period: pickText(update.periodLabel, locale)?.text ?? "", date: update.acceptedAt ? formatDate(update.acceptedAt, locale) : "" })}
          </p>
          <UpdateFacts update={update} locale={locale} subject={subject} />
        </>
      ) : (
        <p>{t("nothing")}</p>
      )}
    </section>
  );
}
