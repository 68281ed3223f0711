import { useTranslations, type Locale } from "next-intl";
import type { ReportingWork } from "#lib/reporting/worklists/queries.ts";
import { formatDate, formatList } from "#lib/platform/i18n/formats.ts";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import styles from "./reporting.module.css";

/** The coordinator's part of the desk: each open period with what is still to be sent and by when. Nothing when there is none. */
export function DeskReporting({ work, locale }: { work: readonly ReportingWork[]; locale: Locale }) {
  const t = useTranslations("reporting.desk");
  if (work.length === 0) return null;
  return (
    <section aria-labelledby="to-report">
      <SectionHeading id="to-report">{t("title")}</SectionHeading>
      <LedgerList>
        {work.map(({ period, plan, organisations, commitments }) => (
          <LedgerLine
            key={period.id} href={`/workspace/periods/${period.id}`} title={<LocalizedText value={period.label} locale={locale} />}
            aside={<Link href={`/workspace/periods/${period.id}`} look="button">{t("open")}</Link>}
          >
            <span className={styles.facts}>
              <LocalizedText value={plan.title} locale={locale} />
              {organisations.length > 0 && <strong>{formatList(organisations.flatMap((organisation) => pickText(organisation, locale)?.text ?? []), locale)}</strong>}
              <Counts lines={commitments.flatMap((commitment) => commitment.lines)} />
              <DueText dueOn={period.dueOn} locale={locale} />
            </span>
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}

/** By when to report, or that no day is set. */
export function DueText({ dueOn, locale }: { dueOn: string | null; locale: Locale }) {
  const t = useTranslations("reporting.periods");
  return <span>{dueOn ? t("due", { date: formatDate(dueOn, locale) }) : t("noDue")}</span>;
}

function Counts({ lines }: { lines: ReportingWork["commitments"][number]["lines"] }) {
  const t = useTranslations("reporting.desk");
  const left = lines.filter((line) => line.state !== "submitted" && line.state !== "accepted").length;
  const returned = lines.filter((line) => line.state === "returned").length;
  return <span>{t("line", { left, all: lines.length })}{returned > 0 && <>; <strong>{t("returned", { count: returned })}</strong></>}</span>;
}
