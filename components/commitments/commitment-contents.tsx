import { useTranslations } from "next-intl";
import { Contents, type ContentsItem } from "#components/layout/contents.tsx";
import type { CommitmentView } from "#lib/plans/commitments/queries.ts";
import { isBlank } from "#lib/record/localized/schema.ts";

/** The contents of a commitment's page. */
export function CommitmentContents({ commitment }: { commitment: CommitmentView }) {
  const t = useTranslations();
  const { plan } = commitment;
  const items: (ContentsItem | false)[] = [
    !isBlank(commitment.plainSummary) && { href: "#plain", label: t("commitments.plain") },
    { href: "#facts", label: t("commitments.facts.heading", { kind: plan.vocabulary }) },
    !isBlank(commitment.description) && { href: "#description", label: t("commitments.description") },
    { href: "#milestones", label: t(`milestones.heading.${plan.vocabulary}`) },
    { href: "#voices", label: t("voices.heading") },
    { href: "#history", label: t("commitments.history.heading") },
    !isBlank(commitment.sourceNote) && { href: "#source", label: t("plans.source") },
    { href: "#follow", label: t("followers.contents") },
    { href: "#comments", label: t("comments.heading") },
  ];
  return <Contents items={items.filter((item) => item !== false)} />;
}
