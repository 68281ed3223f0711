import { useTranslations, type Locale } from "next-intl";
import { FactList, type Fact } from "#components/ui/fact-list.tsx";
import { Hanging } from "#components/ui/hanging.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { Finding } from "#lib/comments/standards/schema.ts";
import { figureText, keyOf, reasonText } from "./finding-words.ts";
import { ProofList, ProofName } from "./proof-list.tsx";
import styles from "./standards.module.css";

/** One requirement in one year: the verdict as a sentence, the figures, the records that prove them, the next date. */
export function FindingSection({ finding, locale }: { finding: Finding; locale: Locale }) {
  const t = useTranslations("standards");
  const { requirement, verdict, proof, beside, next } = finding;
  const key = keyOf(requirement);
  const facts: (Fact | false)[] = [
    { label: t("figure"), value: figureText(finding, t) },
    proof.length > 0 && { label: t("proof"), value: <ProofList proof={proof} locale={locale} /> },
    beside.length > 0 && { label: t(`${key}.beside`), value: <ProofList proof={beside} locale={locale} /> },
    next !== null && { label: t("next"), value: <NextText finding={finding} locale={locale} /> },
  ];
  return (
    <Hanging as="section" code={requirement} id={key.replace("requirement.", "")}>
      <h3>{t(`${key}.title`)}</h3>
      <p className={styles.verdict}><strong className={styles[verdict]}>{t(`verdict.${verdict}`)}.</strong> {reasonText(finding, t, locale)}</p>
      <FactList facts={facts.filter((fact) => fact !== false)} />
    </Hanging>
  );
}

function NextText({ finding: { requirement, next, count, needed }, locale }: { finding: Finding; locale: Locale }) {
  const t = useTranslations("standards");
  if (!next) return null;
  const { on, daysOver, announced } = next;
  const date = formatDate(on, locale);
  return (
    <>
      <p>{t(`${keyOf(requirement)}.next`, { date: daysOver === null ? date : t("over", { date, days: daysOver }), missing: Math.max(0, (needed ?? 0) - count) })}</p>
      {announced && <p>{t.rich("announced", { event: () => <ProofName proof={announced} locale={locale} />, date: announced.on ? formatDate(announced.on, locale) : "" })}</p>}
    </>
  );
}
