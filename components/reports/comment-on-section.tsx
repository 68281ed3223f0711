import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./reports.module.css";

interface Props {
  /** The id of the report; null while nobody is asked. */
  report: string | null;
  /** The key of the section. */
  section: string;
  name: string;
}

/** The way to comment on one section of a report that the public is asked about. */
export function CommentOnSection({ report, section, name }: Props) {
  const t = useTranslations("reports.sections");
  if (!report) return null;
  return <p className={styles.live} data-screen-only><Link rel="nofollow" href={`/comments/new?report=${report}&section=${section}`} aria-label={t("commentOn", { name })}>{t("comment")}</Link></p>;
}
