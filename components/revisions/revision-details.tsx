import { useTranslations, type Locale } from "next-intl";
import { pickText } from "#components/ui/localized-text.tsx";
import type { Revision } from "#lib/editing/revisions/schema.ts";
import { SubjectRevisionItem } from "./subject-revision-item.tsx";
import styles from "./revisions.module.css";

interface Props {
  revision: Pick<Revision, "reason" | "subjects">;
  vocabulary: string;
  locale: Locale;
}

/** Why a revision was made and, as far as it is given, what it changed; beneath the sentence that names it. */
export function RevisionDetails({ revision: { reason, subjects }, vocabulary, locale }: Props) {
  const t = useTranslations("revisions");
  const why = pickText(reason, locale);
  return (
    <>
      {why && <p className={styles.note} lang={why.lang === locale ? undefined : why.lang}>{t("because", { reason: why.text })}</p>}
      {subjects.length > 0 && (
        <ol role="list" className={styles.inner}>
          {subjects.map((subject) => <SubjectRevisionItem key={`${subject.operation} ${subject.entityId}`} subject={subject} vocabulary={vocabulary} locale={locale} />)}
        </ol>
      )}
    </>
  );
}
