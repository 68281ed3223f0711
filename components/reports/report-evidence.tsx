import { useTranslations, type Locale } from "next-intl";
import { EvidenceKind, EvidenceLink } from "#components/evidence/evidence-list.tsx";
import { Hash } from "#components/ui/hash.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { SnapshotEvidence, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";
import styles from "./reports.module.css";

interface Props {
  evidence: readonly SnapshotEvidence[];
  sources: SnapshotSubject["verificationSources"];
  locale: Locale;
}

/** What proves it, as it was when the report was frozen: a file can be compared with its checksum. */
export function ReportEvidence({ evidence, sources, locale }: Props) {
  const t = useTranslations("reports.voices");
  if (evidence.length === 0) return null;
  return (
    <>
      <p className={styles.label}>{t("evidence")}</p>
      <ul className={styles.evidence}>
        {evidence.map((piece) => {
          const source = sources.find(({ id }) => id === piece.verificationSourceId);
          return (
            <li key={piece.id}>
              <EvidenceLink piece={piece} locale={locale} /> <span className={styles.soft}><EvidenceKind piece={piece} locale={locale} /></span>
              {source && <span className={styles.soft}> {t.rich("meets", { source: () => <LocalizedText value={source.text} locale={locale} /> })}</span>}
              {piece.sha256 && <Hash value={piece.sha256} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
