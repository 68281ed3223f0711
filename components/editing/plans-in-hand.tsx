import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import type { PlanInHand } from "#lib/plans/outlines/queries.ts";
import { formatDate, formatDateTime } from "#lib/platform/i18n/formats.ts";

/** The plans whose Secretariat one works for: what each is, when it last changed, and what is in preparation. */
export function PlansInHand({ plans, locale }: { plans: readonly PlanInHand[]; locale: Locale }) {
  const [t, say] = [useTranslations("editing.list"), useTranslations()];
  return (
    <LedgerList label={t("title")}>
      {plans.map(({ id, title, status, term, vocabulary, commitments, changedAt, consultationEndsOn, amendment }) => (
        <LedgerLine key={id} href={`/workspace/plans/${id}`} title={<LocalizedText value={title} locale={locale} />} aside={say(`status.plan.${status}`)}>
          <p><TermText term={term} locale={locale} /> · {say("plans.count", { count: commitments, kind: vocabulary })}{changedAt && ` · ${t("changed", { at: formatDateTime(changedAt, locale) })}`}</p>
          {status === "in_consultation" && consultationEndsOn && <p>{t("until", { date: formatDate(consultationEndsOn, locale) })}</p>}
          {amendment && <p><strong>{t("amendment", { count: amendment.changes })}</strong></p>}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
