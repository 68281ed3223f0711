import type { Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { OrganisationRef } from "#lib/organisations/queries.ts";

/** The name of an organisation, which leads to its page. */
export function OrganisationLink({ organisation, locale }: { organisation: OrganisationRef; locale: Locale }) {
  return <Link href={`/organisations/${organisation.slug}`}><LocalizedText value={organisation.name} locale={locale} /></Link>;
}
