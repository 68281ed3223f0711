import { useTranslations, type Locale } from "next-intl";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import type { Followed } from "#lib/followers/followed/schema.ts";
import { FollowedLine } from "./followed-line.tsx";

/** After a step of following: the form was taken, or the mailed button pressed. */
export function StepTaken({ step, followed, locale }: { step: "sent" | "confirmed"; followed: Followed | null; locale: Locale }) {
  const t = useTranslations(`followers.${step}`);
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p>{t("more")}</p>
      <FollowedLine followed={followed} locale={locale} />
    </Page>
  );
}
