import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { PlanContent } from "#lib/editing/schema.ts";

/** The plan's term, and the ways to its facts, to the page that the public has or will have, and to its file. */
export function PlanSummary({ plan: { id, slug, status, fields }, editable, locale }: { plan: PlanContent["plan"]; editable: boolean; locale: Locale }) {
  const t = useTranslations("editing.plan");
  return (
    <>
      <p><TermText term={fields} locale={locale} /></p>
      <p>
        {editable && <><Link href={`/workspace/plans/${id}/edit/plan/${id}`}>{t("facts")}</Link> · </>}
        {status === "draft" ? <Link href={`/workspace/plans/${id}/preview`}>{t("preview")}</Link> : <Link href={`/plans/${slug}`}>{t("public")}</Link>}
        {editable && <> · <Link href={`/workspace/imports/new?plan=${id}`}>{t("import")}</Link></>}
      </p>
    </>
  );
}
