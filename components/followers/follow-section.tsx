import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { FollowForm } from "./follow-form.tsx";

/** The way to be told by mail of a plan's reports. */
export function FollowSection({ plan, locale }: { plan: string; locale: Locale }) {
  const t = useTranslations("followers");
  return (
    <section aria-labelledby="follow" data-screen-only>
      <SectionHeading id="follow">{t("heading")}</SectionHeading>
      <p>{t("lead")}</p>
      <FollowForm plan={plan} locale={locale} />
    </section>
  );
}
