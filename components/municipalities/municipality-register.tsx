import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { isCalled } from "#lib/figures/municipalities/rules.ts";
import { municipalitiesPath, municipalityPath, type ListedMunicipality } from "#lib/figures/municipalities/schema.ts";
import styles from "./municipalities.module.css";

interface Props {
  municipalities: readonly ListedMunicipality[];
  /** What was typed to find one; "" for all. */
  typed: string;
  locale: Locale;
}

/** Municipalities by region, in the order of the list, each with how much there is to read of it. */
export function MunicipalityRegister({ municipalities, typed, locale }: Props) {
  const t = useTranslations("municipalities");
  const shown = municipalities.filter((one) => isCalled(typed, one));
  const regions = [...Map.groupBy(shown, ({ region }) => JSON.stringify(region)).values()];
  if (municipalities.length === 0) return <p>{t("empty")}</p>;
  return (
    <>
      {typed && <p className={styles.after}>{t("found", { count: shown.length, typed })} <Link href={municipalitiesPath}>{t("all")}</Link></p>}
      {regions.map((members) => (
        <section key={members[0]?.slug} className={styles.region}>
          {members[0]?.region && <h2><LocalizedText value={members[0].region} locale={locale} /></h2>}
          <LedgerList>
            {members.map((one) => (
              <LedgerLine key={one.slug} href={municipalityPath(one.slug)} title={<LocalizedText value={one.name} locale={locale} />}>
                <Amount municipality={one} />
              </LedgerLine>
            ))}
          </LedgerList>
        </section>
      ))}
    </>
  );
}

function Amount({ municipality: { plans, commitments } }: { municipality: ListedMunicipality }) {
  const t = useTranslations("municipalities.line");
  if (plans + commitments === 0) return t("nothing");
  return [...(plans > 0 ? [t("plans", { count: plans })] : []), ...(commitments > 0 ? [t("commitments", { count: commitments })] : [])].join(" · ");
}
