import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { Change } from "#lib/history/queries.ts";
import { ChangeList } from "./change-list.tsx";

/** Everything that happened in public to one commitment. */
export function HistorySection({ changes, locale }: { changes: readonly Change[]; locale: Locale }) {
  const t = useTranslations("commitments.history");
  return (
    <section aria-labelledby="history">
      <SectionHeading id="history">{t("heading")}</SectionHeading>
      {changes.length > 0 ? <ChangeList changes={changes} locale={locale} own /> : <p>{t("empty")}</p>}
    </section>
  );
}
