import { useTranslations, type Locale } from "next-intl";
import { Hanging } from "#components/ui/hanging.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { SubjectRevision } from "#lib/editing/revisions/schema.ts";
import { FieldChangeText } from "./field-change-text.tsx";
import styles from "./revisions.module.css";

interface Props {
  subject: SubjectRevision;
  /** The word this plan uses for its numbered level. */
  vocabulary: string;
  locale: Locale;
}

/** What became of one commitment, milestone, part, act or the plan itself. */
export function SubjectRevisionItem({ subject, vocabulary, locale }: Props) {
  const t = useTranslations("revisions");
  const { entity, operation, number, title, path, fields } = subject;
  const name = <LocalizedText value={title} locale={locale} empty={t("untitled")} />;
  return (
    <Hanging code={entity === "plan" || entity === "legal_act" ? null : number} as="li">
      <p className={styles.subject}>
        <span className={styles.entity}>{t(`entity.${entity}`, { kind: vocabulary })}{entity === "legal_act" && number ? ` №${number}` : ""}</span>{" "}
        {path ? <Link href={path}>{name}</Link> : name}
      </p>
      {operation !== "changed" && <p>{t(`operation.${operation}`)}</p>}
      {fields.map((change) => <FieldChangeText key={change.id} change={change} entity={entity} locale={locale} />)}
    </Hanging>
  );
}
