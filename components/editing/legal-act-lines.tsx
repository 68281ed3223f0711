import { useTranslations, type Locale } from "next-intl";
import { FormActions } from "#components/forms/form.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { PlanEntry } from "#lib/editing/schema.ts";
import { newId } from "#lib/platform/ids.ts";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";

interface Props {
  planId: string;
  acts: readonly PlanEntry<"legal_act">[];
  editable: boolean;
  locale: Locale;
}

/** By which acts the plan is adopted and amended. */
export function LegalActLines({ planId, acts, editable, locale }: Props) {
  const [t, outline] = [useTranslations("editing.acts"), useTranslations("editing.outline")];
  const base = `/workspace/plans/${planId}`;
  return (
    <section aria-labelledby="acts">
      <SectionHeading id="acts">{t("heading")}</SectionHeading>
      {acts.length === 0 ? <p>{t("none")}</p> : (
        <LedgerList>
          {acts.map(({ id, fields, staged, removed }) => (
            <LedgerLine key={id} title={actName(fields, locale)} {...(editable && !removed ? { href: `${base}/edit/legal_act/${id}` } : {})}>
              {staged && <strong>{outline(`staged.${staged}`)}</strong>}
            </LedgerLine>
          ))}
        </LedgerList>
      )}
      {editable && <FormActions><Link href={`${base}/new/legal_act/${newId()}`}>{t("add")}</Link></FormActions>}
    </section>
  );
}

/** "Decree №5, 2 March 2026, Government". */
export function actName({ kind, number, date, issuingBody }: PlanEntry<"legal_act">["fields"], locale: Locale): string {
  return [`${pickText(kind, locale)?.text ?? ""} №${number}`, formatPartialDate(date, locale), pickText(issuingBody, locale)?.text].filter(Boolean).join(", ");
}
