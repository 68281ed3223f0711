import { useTranslations, type Locale } from "next-intl";
import type { PlanPeriods } from "#lib/reporting/periods/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { PeriodStep } from "./period-step.tsx";
import styles from "./reporting.module.css";

/** A Secretariat's plan with its periods: what each covers, where it stands, and the next step in its life. */
export function PeriodList({ plan, locale }: { plan: PlanPeriods; locale: Locale }) {
  const t = useTranslations("reporting.periods");
  const words = useTranslations("status");
  const [board, links] = [useTranslations("boards"), useTranslations("links.list")];
  const adopted = plan.status === "adopted";
  return (
    <section aria-labelledby={`plan-${plan.slug}`} className={styles.stack}>
      <h2 id={`plan-${plan.slug}`}><LocalizedText value={plan.title} locale={locale} /></h2>
      {plan.periods.length === 0 && <p>{t("noPeriods")}</p>}
      {!adopted && plan.status !== "closed" && <p className={styles.soft}>{t("planNotAdopted")}</p>}
      {plan.periods.length > 0 && (
        <LedgerList>
          {plan.periods.map((period) => (
            <LedgerLine key={period.id} title={<LocalizedText value={period.label} locale={locale} />} aside={<PeriodSide period={period} adopted={adopted} status={words(`period.${period.status}`)} />}>
              <span className={styles.facts}>
                <span>{t("covers", { from: formatDate(period.startsOn, locale), to: formatDate(period.endsOn, locale) })}</span>
                <span>{period.dueOn ? t("due", { date: formatDate(period.dueOn, locale) }) : t("noDue")}</span>
                <span>{t("counts", { accepted: period.accepted, submitted: period.submitted })}</span>
                {period.status !== "upcoming" && <Link href={`/workspace/periods/${period.id}/board`}>{board("link")}</Link>}
                {period.status === "open" && adopted && <Link href={`/workspace/periods/${period.id}/links`}>{links("open")}</Link>}
              </span>
            </LedgerLine>
          ))}
        </LedgerList>
      )}
      {plan.status !== "closed" && <p><Link href={`/workspace/periods/new?plan=${plan.slug}`}>{t("add")}</Link></p>}
    </section>
  );
}

function PeriodSide({ period, adopted, status }: { period: PlanPeriods["periods"][number]; adopted: boolean; status: string }) {
  const step = ({ upcoming: "open", open: "close", closed: "reopen" } as const)[period.status];
  return (
    <span className={styles.state}>
      <span>{status}</span>
      {(adopted || step === "close") && <PeriodStep step={step} periodId={period.id} version={period.version} label={period.label} />}
    </span>
  );
}
