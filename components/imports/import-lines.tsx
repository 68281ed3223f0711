import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { ImportHead } from "#lib/imports/queries.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";

/** What was brought in and where it stands, the latest first. */
export function ImportLines({ imports, locale }: { imports: readonly ImportHead[]; locale: Locale }) {
  const t = useTranslations("imports");
  return (
    <LedgerList label={t("list.title")}>
      {imports.map(({ id, plan, fileName, format, status, actorName, createdAt }) => (
        <LedgerLine key={id} href={`/workspace/imports/${id}`} title={fileName ?? t("list.pasted")} aside={t(`status.${status}`)}>
          {plan ? <LocalizedText value={plan.title} locale={locale} /> : t("list.newPlan")} · {t(`format.${format}`)} · {t("list.by", { name: actorName, at: formatDateTime(createdAt, locale) })}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
