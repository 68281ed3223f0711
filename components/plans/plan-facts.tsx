import { useTranslations, type Locale } from "next-intl";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { Link } from "#components/ui/link.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { PlanView } from "#lib/plans/queries.ts";
import { eventsAddress } from "#lib/process/published-events/schema.ts";
import { LegalAct } from "./legal-act.tsx";

/** By which act, for how long, who answers for it. */
export function PlanFacts({ plan, locale }: { plan: PlanView; locale: Locale }) {
  const t = useTranslations("plans.facts");
  const say = useTranslations("plans.reports");
  const history = useTranslations("revisions.fact");
  const facts: (Fact | false)[] = [
    { label: t("legalAct"), value: plan.legalActs.length ? plan.legalActs.map((act) => <LegalAct key={act.number} act={act} locale={locale} />) : null },
    { label: t("term"), value: <TermText term={plan.term} locale={locale} /> },
    { label: t("secretariat"), value: <OrganisationLink organisation={plan.secretariat} locale={locale} /> },
    plan.status !== "draft" && { label: history("label"), value: <AmendedText plan={plan} locale={locale} /> },
    plan.status !== "draft" && { label: t("process"), value: <ProcessText plan={plan} /> },
    plan.reports.length === 0 && { label: say("heading"), value: say("empty") },
  ];
  return <FactList facts={facts.filter((fact) => fact !== false)} />;
}

function AmendedText({ plan: { slug, amended }, locale }: { plan: PlanView; locale: Locale }) {
  const t = useTranslations("revisions.fact");
  return <>{amended ? t("count", { count: amended.count, date: formatDate(amended.at, locale) }) : t("none")} · <Link href={`/plans/${slug}/history`}>{t("link")}</Link></>;
}

function ProcessText({ plan: { slug, secretariat, events } }: { plan: PlanView }) {
  const t = useTranslations();
  return (
    <>
      {events > 0 ? <Link href={eventsAddress({ kind: null, secretariat: null, plan: slug })}>{t("process-public.onPlan", { count: events })}</Link> : t("process-public.noneOnPlan")}
      {" · "}<Link href={`/standards/${secretariat.slug}`}>{t("standards.title")}</Link>
    </>
  );
}
