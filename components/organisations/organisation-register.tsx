import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { ListedOrganisation } from "#lib/organisations/queries.ts";
import { formatList } from "#lib/platform/i18n/formats.ts";
import styles from "./organisation-register.module.css";

/** A page of the organisations of the record, by kind. */
export function OrganisationRegister({ kinds, locale }: { kinds: readonly ListedOrganisation[][]; locale: Locale }) {
  const t = useTranslations("organisations");
  return kinds.map((members) => (
    <section key={members[0]?.kind.code} className={styles.kind}>
      <h2><LocalizedText value={members[0]?.kind.label} locale={locale} /></h2>
      <LedgerList>
        {members.map((organisation) => (
          <LedgerLine key={organisation.slug} href={`/organisations/${organisation.slug}`} title={<LocalizedText value={organisation.name} locale={locale} />}>
            {[
              formatList(organisation.plans.map((plan) => pickText(plan, locale)?.text ?? ""), locale),
              organisation.leads > 0 && t("leadsCount", { count: organisation.leads }),
              organisation.takesPart > 0 && t("takesPartCount", { count: organisation.takesPart }),
            ].filter(Boolean).join(" · ")}
          </LedgerLine>
        ))}
      </LedgerList>
    </section>
  ));
}
