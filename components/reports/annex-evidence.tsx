import { useTranslations, type Locale } from "next-intl";
import { EvidenceKind, EvidenceLink } from "#components/evidence/evidence-list.tsx";
import { Hash } from "#components/ui/hash.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { evidenceOf } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { anchorOf } from "./anchor.ts";
import styles from "./reports.module.css";

/** Every piece of evidence that the report refers to, where it stands, and its checksum. */
export function AnnexEvidence({ snapshot, locale }: { snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("reports.annexes");
  const all = evidenceOf(snapshot);
  return (
    <>
      <SectionHeading id="evidence" level={3} note={all.length > 0 && all.length}>{t("evidence")}</SectionHeading>
      {all.length === 0 ? <p className={styles.soft}>{t("noEvidence")}</p> : (
        <>
          <p>{t("evidenceLead")}</p>
          <Table
            caption={t("evidence")} captionHidden columns={[{ label: t("piece") }, { label: t("proves") }, { label: t("checksum") }]}
            rows={all.map(({ piece, of, voice }, index) => ({
              key: `${piece.id}-${index}`,
              cells: [
                <span key="piece"><EvidenceLink piece={piece} locale={locale} /><br /><span className={styles.soft}><EvidenceKind piece={piece} locale={locale} /></span></span>,
                <span key="of"><a href={`#${"event" in of ? `event-${of.event}` : anchorOf(of.commitment, of.milestone)}`}>{t(`of.${voice}`, { number: "event" in of ? "" : (of.milestone ?? of.commitment.number) })}</a></span>,
                piece.sha256 ? <Hash key="hash" value={piece.sha256} /> : "–",
              ],
            }))}
          />
        </>
      )}
    </>
  );
}
