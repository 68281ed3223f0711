import { useTranslations, type Locale } from "next-intl";
import { Contents, type ContentsItem } from "#components/layout/contents.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { anchorOf, anchorOfSection } from "./anchor.ts";
import { isEmptySection } from "./report-section.tsx";
import { sectionName } from "./section-name.ts";

interface Props {
  snapshot: Snapshot;
  locale: Locale;
  /** What the page has after the document. */
  after: readonly ("downloads" | "comments" | "versions")[];
}

/** The contents of a report in the order of its document: its sections, and where the commitments stand the plan's parts and theirs. */
export function ReportContents({ snapshot, locale, after }: Props) {
  const [t, names, downloads] = [useTranslations("reports"), useTranslations("reports.sections"), useTranslations("report-downloads")];
  const { parts, commitments, sections } = snapshot;
  const linesOf = (partId: string | null): ContentsItem[] =>
    commitments
      .filter((commitment) => commitment.partId === partId)
      .map((commitment) => ({ href: `#${anchorOf(commitment)}`, code: commitment.number, label: pickText(commitment.title, locale)?.text ?? t("document.untitled"), level: 2 }));
  const inside = (): ContentsItem[] => [...linesOf(null), ...parts.flatMap((part) => [{ href: `#part-${part.id}`, label: pickText(part.title, locale)?.text ?? "", level: 2 as const }, ...linesOf(part.id)])];
  const items = [
    ...sections.filter((section) => !isEmptySection(section)).flatMap(({ key, kind }) => [
      { href: `#${anchorOfSection({ key, slug: null })}`, label: sectionName(key, snapshot, locale, names) }, ...(kind === "commitments" ? inside() : []),
    ]),
    ...(after.includes("downloads") ? [{ href: "#downloads", label: downloads("heading") }] : []),
    ...(after.includes("comments") ? [{ href: "#comments", label: t("commentsHeading") }] : []), ...(after.includes("versions") ? [{ href: "#versions", label: t("versions.heading") }] : []),
  ];
  return <Contents items={items} />;
}
