import { useTranslations, type Locale } from "next-intl";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import type { FollowedPlan } from "#lib/followers/queries.ts";
import { PlanLine } from "./plan-line.tsx";

/** After a step of following: the form was taken, or the mailed button pressed. */
export function StepTaken({ step, plan, locale }: { step: "sent" | "confirmed"; plan: FollowedPlan | null; locale: Locale }) {
  const t = useTranslations(`followers.${step}`);
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p>{t("more")}</p>
      <PlanLine plan={plan} locale={locale} />
    </Page>
  );
}
