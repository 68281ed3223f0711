import { useTranslations, type Locale } from "next-intl";
import type { ReportedSubject, UpdateForReview, UpdateView } from "#lib/reporting/queries.ts";
import { formatDate, formatDateTime } from "#lib/platform/i18n/formats.ts";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { UpdateFacts } from "./update-facts.tsx";
import styles from "./reporting.module.css";

interface Props {
  subject: ReportedSubject;
  update: UpdateView & { savedBy: string };
  /** The mailed link it came through. */
  link: UpdateForReview["link"];
  locale: Locale;
}

/** What the agency reports now and what was accepted before, side by side where there is room. */
export function ReviewedUpdate({ subject, update, link, locale }: Props) {
  const t = useTranslations("reporting.review");
  const [last, links] = [useTranslations("reporting.last"), useTranslations("links.review")];
  const earlier = subject.accepted?.id !== update.id ? (subject.accepted ?? subject.earlier) : subject.earlier;
  return (
    <div className={styles.beside}>
      <section aria-labelledby="reports" className={styles.stack}>
        <h2 id="reports">{t("reports")}</h2>
        <p className={styles.soft}>
          <LocalizedText value={subject.leadName} locale={locale} />; {pickText(subject.period.label, locale)?.text};{" "}
          {t("sentBy")} {update.submittedAt && formatDateTime(update.submittedAt, locale)}, {update.savedBy}
        </p>
        {link && <p><strong>{links("through", { to: link.name ? `${link.name}, ${link.email}` : link.email, date: formatDate(link.createdAt, locale), by: link.createdByName })}</strong></p>}
        <UpdateFacts update={update} locale={locale} subject={subject} />
      </section>
      <section aria-labelledby="before" className={styles.stack}>
        <h2 id="before">{t("before")}</h2>
        {!earlier && <p>{t("nothingBefore")}</p>}
        {earlier && (
          <>
            <p className={styles.soft}>
              {last("period", { period: pickText(earlier.periodLabel, locale)?.text ?? "", date: earlier.acceptedAt ? formatDate(earlier.acceptedAt, locale) : "" })}
              {earlier.id === subject.accepted?.id && <> {t("beforeSame")}</>}
            </p>
            <UpdateFacts update={earlier} locale={locale} subject={subject} />
          </>
        )}
      </section>
    </div>
  );
}
