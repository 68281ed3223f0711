import { useTranslations, type Locale } from "next-intl";
import { Contents, type ContentsItem } from "#components/layout/contents.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { isBlank } from "#lib/record/localized/schema.ts";
import type { PlanView } from "#lib/plans/queries.ts";
import { anchorOf } from "./part-section.tsx";

/** The contents of a plan's page, its parts among them. */
export function PlanContents({ plan, locale }: { plan: PlanView; locale: Locale }) {
  const t = useTranslations("plans");
  const [figures, followers] = [useTranslations("figures"), useTranslations("followers")];
  const parts = plan.shown > 0 ? plan.parts : [];
  const items: (ContentsItem | false)[] = [
    plan.status !== "draft" && plan.total > 0 && { href: "#figures", label: figures("title") },
    plan.reports.length > 0 && { href: "#reports", label: t("reports.heading") },
    { href: "#commitments", label: t(`many.${plan.vocabulary}`) },
    ...parts.map((part, index) => ({ href: `#${anchorOf(part, index)}`, label: pickText(part.title, locale)?.text ?? "", code: part.number, level: 2 as const })),
    !isBlank(plan.introduction) && { href: "#introduction", label: t("introduction.heading") },
    !isBlank(plan.sourceNote) && { href: "#source", label: t("source") },
    { href: "#follow", label: followers("contents") },
  ];
  return <Contents items={items.filter((item) => item !== false)} />;
}
