import { useTranslations, type Locale } from "next-intl";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LastUpdateText, OverdueText } from "#components/milestones/standing-text.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { CommitmentView } from "#lib/plans/commitments/queries.ts";
import { Axes } from "./axes.tsx";
import styles from "./commitment-head.module.css";

/** Number and title, the part it belongs to, and where it stands on both axes. */
export function CommitmentHead({ commitment, locale }: { commitment: CommitmentView; locale: Locale }) {
  const t = useTranslations();
  const { plan, number, parts, standing } = commitment;
  const kind = plan.vocabulary;
  const planTitle = pickText(plan.title, locale);
  const title = pickText(commitment.title, locale);
  const place = parts.map((part) => {
    const name = t(`status.partKind.${part.kind}`);
    return `${part.number ? `${name} ${part.number}` : name}: ${pickText(part.title, locale)?.text ?? ""}`;
  });
  return (
    <>
      <Breadcrumbs
        items={[
          { href: "/", label: t("plans.plans") },
          { href: `/plans/${plan.slug}`, label: planTitle?.text ?? plan.slug, lang: planTitle?.lang },
          { label: `${t(`commitments.kind.${kind}`)} ${number}` },
        ]}
      />
      <PageHeading code={number} title={title?.text ?? t("commitments.untitledShort")} lang={title?.lang} eyebrow={place.join(" · ") || t(`commitments.kind.${kind}`)}>
        <Axes commitment={commitment} locale={locale} />
        <div className={styles.standing}>
          <OverdueText standing={standing} plan={plan} locale={locale} />
          {standing.lastUpdatedAt && <LastUpdateText standing={standing} locale={locale} />}
        </div>
      </PageHeading>
    </>
  );
}
