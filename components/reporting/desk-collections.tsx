import { useTranslations, type Locale } from "next-intl";
import type { Collection } from "#lib/reporting/worklists/queries.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { DueText } from "./desk-reporting.tsx";
import styles from "./reporting.module.css";

/** The Secretariat's open periods: how much is in, by when, and agency by agency who has reported and who has not. */
export function DeskCollections({ collections, locale }: { collections: readonly Collection[]; locale: Locale }) {
  const t = useTranslations("reporting.desk");
  return (
    <section aria-labelledby="collections">
      <SectionHeading id="collections">{t("collections")}</SectionHeading>
      <LedgerList>
        {collections.map(({ period, planTitle, shares }) => (
          <LedgerLine key={period.id} href={`/workspace/periods/${period.id}/board`} title={<LocalizedText value={period.label} locale={locale} />}>
            <div className={styles.facts}>
              <LocalizedText value={planTitle} locale={locale} />
              <span>{t("collected", { sent: sum(shares, "sent"), all: sum(shares, "lines") })}</span>
              <DueText dueOn={period.dueOn} locale={locale} />
              <Disclosure summary={t("byAgency")}>
                <ul>
                  {shares.map(({ agency, lines, sent }) => <li key={agency.id}><LocalizedText value={agency.name} locale={locale} />: {t("share", { sent, all: lines })}</li>)}
                </ul>
              </Disclosure>
            </div>
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  );
}

function sum(shares: Collection["shares"], of: "sent" | "lines"): number {
  return shares.reduce((total, share) => total + share[of], 0);
}
