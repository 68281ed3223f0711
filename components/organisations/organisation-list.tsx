import type { Locale } from "next-intl";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { OrganisationOfKind, OrganisationRef } from "#lib/organisations/queries.ts";
import { OrganisationLink } from "./organisation-link.tsx";
import styles from "./organisation-list.module.css";

/** Organisations one below the other; null when there is none, so that a fact is "not stated". */
export function organisationList(organisations: readonly OrganisationRef[], locale: Locale) {
  if (organisations.length === 0) return null;
  return <ul>{organisations.map((organisation) => <li key={organisation.slug}><OrganisationLink organisation={organisation} locale={locale} /></li>)}</ul>;
}

/** As {@link organisationList}, each kind of organisation under its name where there is more than one kind. */
export function organisationsByKind(organisations: readonly OrganisationOfKind[], locale: Locale) {
  const kinds = [...Map.groupBy(organisations, ({ kind }) => kind.code).values()];
  if (kinds.length <= 1) return organisationList(organisations, locale);
  return kinds.map((members) => (
    <div key={members[0]?.kind.code} className={styles.kind}>
      <p className={styles.label}><LocalizedText value={members[0]?.kind.label} locale={locale} /></p>
      {organisationList(members, locale)}
    </div>
  ));
}
