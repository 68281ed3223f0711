import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { lastAmendment } from "#lib/editing/revisions/rules.ts";
import type { Revision } from "#lib/editing/revisions/schema.ts";
import { FieldChangeText } from "./field-change-text.tsx";
import styles from "./revisions.module.css";

interface Props {
  /** Of the commitment, the latest first. */
  revisions: readonly Revision[];
  entityId: string;
  planSlug: string;
  locale: Locale;
}

/** That something was amended since it was adopted: when, what it was, what it is, and why; nothing where it was not. */
export function AmendedNote({ revisions, entityId, planSlug, locale }: Props) {
  const t = useTranslations("revisions");
  const last = lastAmendment(revisions, entityId);
  if (!last) return null;
  const { revision, subject } = last;
  const why = pickText(revision.reason, locale);
  const date = formatDate(revision.at, locale);
  return (
    <Disclosure summary={t(subject.operation === "removed" ? "removedOn" : "amendedOn", { date })} open>
      <div className={styles.note}>
        {subject.operation !== "changed" && <p>{t(`operation.${subject.operation}`)}</p>}
        {subject.fields.map((change) => <FieldChangeText key={change.id} change={change} entity={subject.entity} locale={locale} />)}
        {why && <p lang={why.lang === locale ? undefined : why.lang}>{t("because", { reason: why.text })}</p>}
        <p><Link href={`/plans/${planSlug}/history#amendment-${revision.number}`}>{t("whole", { number: revision.number ?? 0 })}</Link></p>
      </div>
    </Disclosure>
  );
}
