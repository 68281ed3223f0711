import { useTranslations, type Locale } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanInHand } from "#lib/plans/outlines/queries.ts";
import { PlansInHand } from "./plans-in-hand.tsx";

/** The Secretariat's part of the desk: plans being written, plans in consultation, amendments in preparation. */
export function DeskPlans({ plans, locale }: { plans: readonly PlanInHand[]; locale: Locale }) {
  const t = useTranslations("editing.list");
  return (
    <section aria-labelledby="plans-in-hand">
      <SectionHeading id="plans-in-hand">{t("desk")}</SectionHeading>
      <PlansInHand plans={plans} locale={locale} />
    </section>
  );
}
