import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { CommitmentView } from "#lib/plans/commitments/queries.ts";
import { differencesAddress } from "#lib/assessments/differences/schema.ts";
import { Voices } from "./voices.tsx";
import styles from "./voices.module.css";

/** What each of the three voices says of the commitment as a whole, and where to read how they differ. */
export function VoicesSection({ commitment, locale }: { commitment: CommitmentView; locale: Locale }) {
  const t = useTranslations("voices");
  const { updates, assessments, plan } = commitment;
  return (
    <section aria-labelledby="voices">
      <SectionHeading id="voices">{t("heading")}</SectionHeading>
      {updates.length + assessments.length === 0 && <p>{t("nothing")}</p>}
      <Voices subject={commitment} of="commitment" kind={plan.vocabulary} level={3} locale={locale} />
      <p className={styles.more} data-screen-only>
        {t.rich("more", {
          differences: (words) => <Link href={differencesAddress({ plan: plan.slug })}>{words}</Link>,
          scales: (words) => <Link href="/scales">{words}</Link>,
        })}
      </p>
    </section>
  );
}
