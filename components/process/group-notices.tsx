import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { groupPath } from "#lib/process/rules.ts";
import type { GroupRecord } from "#lib/process/working-groups/queries.ts";
import styles from "./process.module.css";

/** What was just done with a group ("saved", "published"), and since when it is public and edited. */
export function GroupNotices({ record: { slug, publishedAt, editedAt }, done, locale }: { record: GroupRecord; done: string; locale: Locale }) {
  const t = useTranslations("process.event");
  return (
    <>
      {done === "published" && publishedAt && <Notice tone="success" live title={t("published")} />}
      {done === "saved" && !publishedAt && <Notice tone="success" live title={t("savedDraft")} />}
      {publishedAt && (
        <p className={styles.apart}>
          {t("publishedOn", { date: formatDate(publishedAt, locale) })} {editedAt && t("editedOn", { date: formatDate(editedAt, locale) })} <Link href={groupPath(slug)}>{t("publicPage")}</Link>
        </p>
      )}
    </>
  );
}
