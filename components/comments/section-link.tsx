import { useTranslations, type Locale } from "next-intl";
import { anchorOfSection } from "#components/reports/anchor.ts";
import { nameOfSection } from "#components/reports/section-name.ts";
import { Link } from "#components/ui/link.tsx";
import type { CommentedSection } from "#lib/comments/commented-sections/queries.ts";

/** The section of a report that a comment is about, with the way to it in the version that was read. */
export function SectionLink({ section, path, locale }: { section: CommentedSection; path: string; locale: Locale }) {
  const t = useTranslations("reports.sections");
  return <Link href={`${path}/versions/${section.version.number}#${anchorOfSection(section)}`}>{nameOfSection(section, locale, t)}</Link>;
}
