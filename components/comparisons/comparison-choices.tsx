import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { comparisonAddress, type ComparedTable } from "#lib/figures/comparisons/rules.ts";
import { comparedKinds, type Comparison } from "#lib/figures/comparisons/schema.ts";
import { tallyUnits } from "#lib/record/tallies/schema.ts";
import styles from "./comparisons.module.css";

/** What is held against each other, and what of it is counted: links, as each is a page. */
export function ComparisonChoicesNav({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("comparisons");
  const { by, of } = comparison;
  return (
    <div className={styles.choices} data-screen-only>
      <nav aria-label={t("choose.by")}>
        <ul role="list">{comparedKinds.map((kind) => <li key={kind}><Link href={`/compare?by=${kind}${of === "commitments" ? "&of=commitments" : ""}`} aria-current={kind === by ? "page" : undefined}>{t(`many.${kind}`)}</Link></li>)}</ul>
      </nav>
      <nav aria-label={t("choose.of")}>
        <ul role="list">{tallyUnits.map((unit) => <li key={unit}><Link href={comparisonAddress(comparison, { of: unit })} aria-current={unit === of ? "true" : undefined}>{t(`units.${unit}`)}</Link></li>)}</ul>
      </nav>
    </div>
  );
}

/** On which scale the Secretariat's judgements are compared, and the way to the others: grades of two scales are never added up. */
export function ScaleChoice({ comparison, table, locale }: { comparison: Comparison; table: ComparedTable; locale: Locale }) {
  const t = useTranslations("comparisons");
  const { scale, otherScales } = table;
  if (!scale || otherScales.length === 0) return null;
  const name = (label: Parameters<typeof pickText>[0]) => pickText(label, locale)?.text ?? "";
  return (
    <p className={styles.note}>
      {t("scales.one", { scale: name(scale.label) })}{" "}
      {otherScales.map((other) => <Link key={other.code} href={`${comparisonAddress(comparison, { scale: other.code })}#fulfilment`}>{t("scales.other", { scale: name(other.label) })}</Link>)}
    </p>
  );
}
