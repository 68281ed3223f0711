import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AmendmentDraft } from "#lib/amendments/schema.ts";
import type { PlanContent } from "#lib/editing/schema.ts";

interface Props {
  plan: PlanContent["plan"];
  amendment: AmendmentDraft | null;
  /** What was just done, as the address says it. */
  said: { saved?: string; amended?: string };
}

/** What was just saved, and the amendment that is in preparation. */
export function PlanNotices({ plan, amendment, said }: Props) {
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
      {plan.status === "adopted" && count === 0 && <p>{t("adopted")}</p>}
      {plan.status === "closed" && <p>{t("closed")}</p>}
    </>
  );
}
