import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportHead } from "#lib/imports/queries.ts";
import { formatDateTime, formatNumber } from "#lib/platform/i18n/formats.ts";
import { AgainButton } from "./again-button.tsx";

/** What an import came to. */
export function ImportEnded({ found, locale }: { found: ImportHead; locale: Locale }) {
  const t = useTranslations("imports");
  const { status, result, plan, finishedAt } = found;
  if (status === "discarded") return <Notice tone="info" title={t("discarded.title")}><p>{t("discarded.note")}</p></Notice>;
  if (status === "failed") return <Failed found={found} />;
  if (!result) return null;
  const count = (value: number) => formatNumber(value, locale);
  return (
    <>
      <Notice tone="success" title={t(result.amendment === null ? "done.title" : "done.amended")}>
        <p>{t("done.result", { added: count(result.added), changed: count(result.changed), removed: count(result.removed) })}</p>
        {result.organisations > 0 && <p>{t("done.organisations", { count: count(result.organisations) })}</p>}
        {result.amendment !== null && <p>{t("done.amendment", { number: result.amendment })}</p>}
        {finishedAt && <p>{t("done.at", { at: formatDateTime(finishedAt, locale) })}</p>}
      </Notice>
      {plan && <p><Link href={`/workspace/plans/${plan.id}`} look="button">{t("done.open")}</Link></p>}
      {plan && plan.status !== "draft" && <p><Link href={`/plans/${plan.slug}`}>{t("done.public")}</Link></p>}
    </>
  );
}

function Failed({ found: { id, version, failure } }: { found: ImportHead }) {
  const t = useTranslations("imports.failed");
  return (
    <>
      <Notice tone="error" title={t("title")}>
        <p>{failure === "CONFLICT" ? t("CONFLICT") : t("other")}</p>
        <p>{t("nothing")}</p>
      </Notice>
      <AgainButton importId={id} version={version} />
    </>
  );
}
