import { useTranslations } from "next-intl";
import { FormActions } from "#components/forms/form.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanContent } from "#lib/editing/schema.ts";
import type { ColleagueAtWork, OwnDraft } from "#lib/editing/drafts/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { OutlineLine } from "#lib/plans/outlines/rules.ts";
import { newId } from "#lib/platform/ids.ts";
import { PlanOutline } from "./plan-outline.tsx";

/** More milestones than these are folded away under their commitments. */
const unfolded = 60;

interface Props {
  plan: PlanContent["plan"];
  outline: readonly OutlineLine[];
  milestones: number;
  drafts: readonly OwnDraft[];
  others: readonly ColleagueAtWork[];
  organisations: Readonly<Record<string, Localized>>;
}

/** What the plan promises, line by line, and what can be added on top. */
export function PlanOutlineSection({ plan: { id, status, fields }, outline, milestones, drafts, others, organisations }: Props) {
  const t = useTranslations("editing.outline");
  const kind = fields.vocabulary;
  const editable = status !== "closed";
  const base = `/workspace/plans/${id}/new`;
  return (
    <section aria-labelledby="content">
      <SectionHeading id="content">{t("heading")}</SectionHeading>
      {outline.length === 0 && <p>{t("empty", { kind })}</p>}
      <PlanOutline
        outline={outline}
        plan={{ id, vocabulary: kind, editable, organisations, others, unfinished: drafts.map(({ entityId }) => entityId), folded: milestones > unfolded }}
      />
      {editable && (
        <FormActions>
          <Link href={`${base}/commitment/${newId()}`} look="button">{t("addCommitment", { kind })}</Link>
          <Link href={`${base}/part/${newId()}`}>{t("addPart")}</Link>
        </FormActions>
      )}
    </section>
  );
}
