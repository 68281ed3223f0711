import type { Locale } from "next-intl";
import type { Change } from "#lib/plans/history/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { RevisionDetails } from "#components/revisions/revision-details.tsx";
import { ChangeSentence } from "./change-sentence.tsx";
import styles from "./changes.module.css";

/** What happened, day by day, newest first. */
export function ChangeList({ changes, locale, own }: { changes: readonly Change[]; locale: Locale; own?: boolean }) {
  const days = Map.groupBy(changes, ({ at }) => dayOf(at));
  return (
    <ol role="list" className={styles.days}>
      {[...days].map(([day, happened]) => (
        <li key={day} className={styles.day}>
          <time dateTime={day} className={styles.date}>{formatDate(day, locale)}</time>
          <ul role="list" className={styles.sentences}>
            {happened.map((change) => (
              <li key={change.id} className={styles.sentence}>
                <ChangeSentence change={change} locale={locale} own={own} />
                {change.what.kind === "revised" && <RevisionDetails revision={change.what.revision} vocabulary={change.plan.vocabulary} locale={locale} />}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
