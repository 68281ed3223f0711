import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { formatDate, formatList } from "#lib/platform/i18n/formats.ts";
import type { FailedReminder } from "#lib/boards/reminders/queries.ts";

/** Whom no reminder reached, for the Secretariat: a line each, with what to do. */
export function FailedReminders({ failed, locale }: { failed: readonly FailedReminder[]; locale: Locale }) {
  const t = useTranslations("reminders.failed");
  return (
    <section aria-labelledby="failed-reminders">
      <SectionHeading id="failed-reminders">{t("title")}</SectionHeading>
      <ul>
        {failed.map(({ accountId, name, organisations, at }) => (
          <li key={accountId}>{t("line", { name, date: formatDate(at, locale), organisations: formatList(organisations.flatMap((value) => pickText(value, locale)?.text ?? []), locale) })}</li>
        ))}
      </ul>
    </section>
  );
}
