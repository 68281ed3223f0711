import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { LoosePlan } from "#lib/imports/loose-plans/schema.ts";
import { KeptAsText } from "./kept-as-text.tsx";
import { PreviewedCommitment } from "./previewed-commitment.tsx";
import type { PreviewedFile } from "./previewed-file.ts";
import styles from "./mapping-screen.module.css";

const counted = (milestones: PreviewedFile["commitments"][number]["milestones"] = []): number => milestones.reduce((sum, milestone) => sum + 1 + counted(milestone.milestones), 0);

/** The first commitments as the plan would have them, and what stayed words. */
export function MappedPreview({ plan, vocabulary }: { plan: LoosePlan; vocabulary: string }) {
  const t = useTranslations("loose-plans.preview");
  const [shown, setShown] = useState(2);
  const file = plan.raw as PreviewedFile;
  const { parts, commitments, organisations } = file;
  const counts = { parts: parts.length, commitments: commitments.length, milestones: commitments.reduce((sum, { milestones }) => sum + counted(milestones), 0), organisations: organisations.length };
  if (commitments.length === 0) return <p>{t("nothing")}</p>;
  return (
    <>
      <p>{t(vocabulary === "activity" ? "countsActivity" : "counts", counts)}</p>
      <KeptAsText notes={plan.notes} />
      {commitments.slice(0, shown).map((commitment, index) => <PreviewedCommitment key={index} commitment={commitment} file={file} vocabulary={vocabulary} />)}
      {commitments.length > shown && <div className={styles.more}><Button type="button" tone="plain" onClick={() => setShown(shown + 10)}>{t("more")}</Button></div>}
    </>
  );
}
