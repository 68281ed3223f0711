import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AmendmentDraft } from "#lib/editing/amendments/schema.ts";
import type { ConsultationWindow } from "#lib/record/consultations/rules.ts";
import type { PlanContent } from "#lib/editing/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";

interface Props {
  plan: PlanContent["plan"];
  amendment: AmendmentDraft | null;
  consultation: ConsultationWindow | null;
  /** What was just done, as the address says it. */
  said: { saved?: string; amended?: string };
  locale: Locale;
}

/** What was just saved, and the amendment that is in preparation. */
export function PlanNotices({ plan, amendment, consultation, said, locale }: Props) {
  const t = useTranslations("editing.notices");
  const count = amendment?.edits.length ?? 0;
  return (
    <>
      {said.amended && <Notice tone="success" live><p>{t("amended", { number: Number(said.amended) || 0 })} <Link href={`/plans/${plan.slug}`}>{t("read")}</Link></p></Notice>}
      {said.saved && <Notice tone="success" live><p>{t(plan.status === "adopted" ? "staged" : "saved")}</p></Notice>}
      {count > 0 && (
        <Notice tone="info" title={t("amendment", { count })}>
          <p>{t("amendmentText")} <Link href={`/workspace/plans/${plan.id}/amendment`}>{t("toAmendment")}</Link></p>
        </Notice>
      )}
      {plan.status === "in_consultation" && consultation && (
        <p>{t("consultation", { date: formatDate(consultation.endsOn, locale) })} <Link href="/workspace/comments">{t("comments")}</Link></p>
      )}
      {plan.status === "adopted" && count === 0 && <p>{t("adopted")}</p>}
      {plan.status === "closed" && <p>{t("closed")}</p>}
    </>
  );
}
