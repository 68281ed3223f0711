import { useTranslations, type Locale } from "next-intl";
import { legalActName } from "#components/plans/legal-act.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { Revision } from "#lib/editing/revisions/schema.ts";
import { SubjectRevisionItem } from "./subject-revision-item.tsx";
import styles from "./revisions.module.css";

/** The part of an address after "#" that leads to a revision: "amendment-2". */
export function anchorOfRevision({ kind, number, at }: Pick<Revision, "kind" | "number" | "at">): string {
  return kind === "amendment" ? `amendment-${number}` : `${kind}-${at.getTime()}`;
}

/** One revision: when, which, why and by which act, then what it changed. */
export function RevisionSection({ revision, vocabulary, locale }: { revision: Revision; vocabulary: string; locale: Locale }) {
  const t = useTranslations("revisions");
  const say = useTranslations("plans.act");
  const { kind, number, at, reason, act, step, subjects } = revision;
  const anchor = anchorOfRevision(revision);
  const title = kind === "step" ? t(`step.${step}`) : t(`heading.${kind}`, { number: number ?? 0 });
  return (
    <section aria-labelledby={anchor} className={styles.revision}>
      <SectionHeading id={anchor} note={<time dateTime={at.toISOString()}>{formatDate(at, locale)}</time>}>{title}</SectionHeading>
      {kind === "amendment" && (
        <div className={styles.why}>
          <p className={styles.name}>{t("why")}</p>
          <LocalizedParagraphs value={reason} locale={locale} />
          {act && <p className={styles.act}>{act.url ? <a href={act.url} rel="noopener">{legalActName(act, locale, say)}</a> : legalActName(act, locale, say)}</p>}
        </div>
      )}
      {subjects.length > 0 && (
        <ol role="list" className={styles.subjects}>
          {subjects.map((subject) => <SubjectRevisionItem key={`${subject.operation} ${subject.entityId}`} subject={subject} vocabulary={vocabulary} locale={locale} />)}
        </ol>
      )}
    </section>
  );
}
