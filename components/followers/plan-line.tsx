import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { FollowedPlan } from "#lib/followers/queries.ts";

/** Which plan it is about, with the way there. */
export function PlanLine({ plan, locale }: { plan: FollowedPlan | null; locale: Locale }) {
  const t = useTranslations("followers");
  if (!plan) return null;
  return <p>{t("plan")} <Link href={`/plans/${plan.slug}`}><LocalizedText value={plan.title} locale={locale} /></Link></p>;
}
