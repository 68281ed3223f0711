import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FieldErrors } from "#lib/platform/errors.ts";

/** Why a draft cannot be published yet, and the way back to its form. `back`: path without its language. */
export function MissingToPublish({ missing, back }: { missing: FieldErrors; back: string }) {
  const [t, errors] = [useTranslations("assessments.confirm"), useTranslations("errors")];
  return (
    <Notice tone="warning" title={t("missing")}>
      {Object.entries(missing).map(([field, key]) => <p key={field}>{errors(key as "choiceRequired")}</p>)}
      <p><Link href={back}>{t("back")}</Link></p>
    </Notice>
  );
}
