import { useLocale, useTranslations } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { AdministeredOrganisation } from "#lib/organisations/queries.ts";

/** Every organisation, its kind, and how many people work for it here; of a municipal body also that nobody has said yet whose it is. */
export function AdministeredOrganisations({ organisations }: { organisations: readonly AdministeredOrganisation[] }) {
  const t = useTranslations("accounts.organisation");
  const locale = useLocale();
  if (organisations.length === 0) return <p>{t("empty")}</p>;
  return (
    <LedgerList>
      {organisations.map(({ id, name, kind, people, municipalitySlug }) => (
        <LedgerLine key={id} title={<LocalizedText value={name} locale={locale} />} href={`/workspace/administration/organisations/${id}`} aside={t("people", { count: people })}>
          <LocalizedText value={kind.label} locale={locale} />
          {kind.code === "municipal_body" && !municipalitySlug && ` · ${t("municipalityMissing")}`}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
