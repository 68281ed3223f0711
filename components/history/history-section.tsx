import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Change } from "#lib/plans/history/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { ChangeList } from "./change-list.tsx";

/** Everything that happened in public to one commitment. */
export function HistorySection({ changes, updatedAt, locale }: { changes: readonly Change[]; updatedAt: Date | null; locale: Locale }) {
  const t = useTranslations("commitments");
  return (
    <section aria-labelledby="history">
      <SectionHeading id="history" note={updatedAt && t("updated", { date: formatDate(updatedAt, locale) })}>{t("history.heading")}</SectionHeading>
      {changes.length > 0 ? <ChangeList changes={changes} locale={locale} own /> : <p>{t("history.empty")}</p>}
    </section>
  );
}
