import { useTranslations } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { UnansweredComment } from "#lib/reports/queries.ts";
import styles from "./composer.module.css";

/** The comments that keep a report from being final, each leading to where it is decided or answered. */
export function UnansweredComments({ comments }: { comments: readonly UnansweredComment[] }) {
  const t = useTranslations("reports.workspace");
  if (comments.length === 0) return null;
  return (
    <section aria-labelledby="unanswered">
      <SectionHeading id="unanswered" note={comments.length}>{t("unansweredHeading")}</SectionHeading>
      <p className={styles.before}>{t("unansweredText")}</p>
      <LedgerList>
        {comments.map((comment) => (
          <LedgerLine key={comment.id} href={`/workspace/comments/${comment.id}`} title={comment.body} aside={t(comment.status === "pending" ? "pending" : "answer")}>
            {comment.author ?? t("anonymous")}
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}
