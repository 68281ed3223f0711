import { useTranslations, type Locale } from "next-intl";
import { Contents, type ContentsItem } from "#components/layout/contents.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { Snapshot } from "#lib/snapshots/schema.ts";
import { anchorOf } from "./anchor.ts";

interface Props {
  snapshot: Snapshot;
  locale: Locale;
  /** What the page has after the document. */
  after: readonly ("comments" | "versions")[];
}

/** The contents of a report in the order of its document: its sections, the plan's parts, their commitments. */
export function ReportContents({ snapshot: { sections, parts, commitments, plan }, locale, after }: Props) {
  const t = useTranslations("reports");
  const says = (key: string) => sections.some((section) => section.key === key && section.body);
  const section = (id: string, label: string | undefined): ContentsItem[] => (label ? [{ href: `#${id}`, label }] : []);
  const linesOf = (partId: string | null): ContentsItem[] =>
    commitments
      .filter((commitment) => commitment.partId === partId)
      .map((commitment) => ({ href: `#${anchorOf(commitment)}`, code: commitment.number, label: pickText(commitment.title, locale)?.text ?? t("document.untitled"), level: 2 }));
  const loose = linesOf(null);
  const items = [
    ...(!says("summary") ? [] : section("conclusions", t("document.conclusions"))), ...section("summary", t("summary.heading")),
    ...(!says("introduction") ? [] : section("introduction", t("document.introduction"))), ...section("plan", t("facts.heading")),
    ...(loose.length > 0 ? [...section("commitments", t(`document.many.${plan.vocabulary === "activity" ? "activity" : "commitment"}`)), ...loose] : []),
    ...parts.flatMap((part) => [...section(`part-${part.id}`, pickText(part.title, locale)?.text), ...linesOf(part.id)]),
    ...(after.includes("comments") ? section("comments", t("commentsHeading")) : []), ...(after.includes("versions") ? section("versions", t("versions.heading")) : []),
  ];
  return <Contents items={items} />;
}
