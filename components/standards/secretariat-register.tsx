import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { OrganisationRef } from "#lib/organisations/queries.ts";
import type { Finding } from "#lib/comments/standards/schema.ts";

/** Every Secretariat with how many requirements it meets this year, in counts. */
export function SecretariatRegister({ secretariats, locale }: { secretariats: readonly { organisation: OrganisationRef; findings: readonly Finding[] }[]; locale: Locale }) {
  const t = useTranslations("standards");
  const count = (findings: readonly Finding[], verdict: Finding["verdict"]) => findings.filter((finding) => finding.verdict === verdict).length;
  return (
    <LedgerList label={t("choose")}>
      {secretariats.map(({ organisation, findings }) => (
        <LedgerLine key={organisation.slug} href={`/standards/${organisation.slug}`} title={<LocalizedText value={organisation.name} locale={locale} />}>
          {t("summary", { year: String(findings[0]?.year ?? ""), met: count(findings, "met"), notMet: count(findings, "not_met"), open: count(findings, "not_computed") })}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
