import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { RemoveForm } from "./remove-form.tsx";
import { RenewForm } from "./renew-form.tsx";

/** On the page of one's own account: whether there is a second factor, and what can be done with it. */
export function SecondFactorSection({ since, codesLeft }: { since: Date | null; codesLeft: number }) {
  const t = useTranslations("second-factor");
  const locale = useLocale();
  return (
    <>
      <SectionHeading id="second-factor" note={t("lead")}>{t("title")}</SectionHeading>
      {!since && <p>{t("off")}</p>}
      {!since && <p><Link href="/second-factor?next=account" look="button">{t("setUp")}</Link></p>}
      {since && <p>{t("since", { date: formatDate(since, locale) })} {t("left", { count: codesLeft })}</p>}
      {since && <SectionHeading id="recovery-codes" level={3} note={t("renew.lead")}>{t("renew.title")}</SectionHeading>}
      {since && <RenewForm />}
      {since && <SectionHeading id="remove-second-factor" level={3} note={t("remove.lead")}>{t("remove.title")}</SectionHeading>}
      {since && <RemoveForm />}
    </>
  );
}
