import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { PublicComment } from "#lib/comments/queries.ts";
import { findSection } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { anchorOfSection } from "./anchor.ts";
import { nameOfSection } from "./section-name.ts";

interface Props {
  comment: PublicComment;
  snapshot: Snapshot;
  slug: string;
  locale: Locale;
}

/** The section that a comment is about, with the way to it; where this version no longer has it, the version in which it was read. */
export function CommentedSection({ comment: { sectionKey, reportVersion }, snapshot, slug, locale }: Props) {
  const [t, names] = [useTranslations("reports.annexes"), useTranslations("reports.sections")];
  if (!sectionKey) return null;
  const section = findSection(snapshot, sectionKey);
  if (section) return <a href={`#${anchorOfSection(section)}`}>{t("about", { section: nameOfSection(section, locale, names) })}</a>;
  return <>{t("gone")}{reportVersion !== null && <>: <Link href={`/reports/${slug}/versions/${reportVersion}`}>{t("onVersion", { number: reportVersion })}</Link></>}</>;
}
