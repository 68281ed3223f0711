import { useLocale, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { ColleagueAtWork } from "#lib/editing/drafts/queries.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";

/** Somebody else has this open, too: said before anybody loses anything. */
export function AtWork({ others }: { others: readonly ColleagueAtWork[] }) {
  const t = useTranslations("editing.atWork");
  const locale = useLocale();
  if (others.length === 0) return null;
  return (
    <Notice tone="warning" live title={t("title")}>
      {others.map(({ name, savedAt }) => <p key={name}>{t("line", { name, at: formatDateTime(savedAt, locale) })}</p>)}
      <p>{t("advice")}</p>
    </Notice>
  );
}
