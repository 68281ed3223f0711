import { useTranslations, type Locale } from "next-intl";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { LineStanding, MissingPart } from "#lib/boards/period-work/rules.ts";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import styles from "./period-work.module.css";

/** The field that a missing part leads to. */
const fields: Record<MissingPart, string> = { progress: "progress", result: "result.ka", reasons: "reasons.ka", evidence: "evidence", source: "evidence" };

interface Props {
  prefix: string;
  standing: LineStanding;
  subject: ReportedSubject;
  locale: Locale;
}

/** What this report still lacks before it can be sent, each with a link to its field; and which promised proof there is none of. */
export function MissingLinks({ prefix, standing: { missing, unmet }, subject, locale }: Props) {
  const t = useTranslations("reporting.screen");
  const none = subject.sources.filter(({ id }) => unmet.includes(id));
  if (missing.length === 0 && none.length === 0) return <p className={styles.ready}>{t("complete")}</p>;
  return (
    <div className={styles.missing}>
      {missing.length > 0 ? (
        <>
          <p>{t("missingHere")}</p>
          <ul>{missing.map((part) => <li key={part}><a href={`#${prefix}${fields[part]}`}>{t(`missing.${part}`)}</a></li>)}</ul>
        </>
      ) : <p className={styles.ready}>{t("complete")}</p>}
      {none.length > 0 && (
        <>
          <p>{t("unmet")}</p>
          <ul>{none.map(({ id, text }) => <li key={id}><LocalizedText value={text} locale={locale} /></li>)}</ul>
        </>
      )}
    </div>
  );
}
