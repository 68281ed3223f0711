import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { Proof } from "#lib/comments/standards/schema.ts";
import styles from "./standards.module.css";

/** As many stand open; the others are one step away. */
const shownAtOnce = 10;

/** The records behind a figure, each with its day and what it leads to. */
export function ProofList({ proof, locale }: { proof: readonly Proof[]; locale: Locale }) {
  const t = useTranslations("standards");
  const more = proof.slice(shownAtOnce);
  return (
    <>
      <ProofLines proof={proof.slice(0, shownAtOnce)} locale={locale} />
      {more.length > 0 && <Disclosure summary={t("more", { count: more.length })}><ProofLines proof={more} locale={locale} /></Disclosure>}
    </>
  );
}

function ProofLines({ proof, locale }: { proof: readonly Proof[]; locale: Locale }) {
  return <ul role="list" className={styles.proof}>{proof.map((one, index) => <li key={index}><ProofName proof={one} locale={locale} /> <ProofFacts proof={one} locale={locale} /></li>)}</ul>;
}

/** What a record is called, leading to it where it is public. */
export function ProofName({ proof: { path, title, number }, locale }: { proof: Proof; locale: Locale }) {
  const t = useTranslations("standards");
  const say = useTranslations("commitments");
  if (!path) return t("unmoderated");
  return <Link href={path}>{number && `${number} `}<LocalizedText value={title} locale={locale} empty={say("untitledShort")} /></Link>;
}

function ProofFacts({ proof: { kind, of, on, answeredOn, dueOn }, locale }: { proof: Proof; locale: Locale }) {
  const t = useTranslations("standards");
  const day = (value: string | null) => (value ? formatDate(value, locale) : "");
  const when = kind !== "contribution" ? day(on) : answeredOn ? t("answeredOn", { received: day(on), answered: day(answeredOn) }) : t("waitingSince", { received: day(on), due: day(dueOn) });
  return <span className={styles.facts}>{[of && t(`of.${of}`), when].filter(Boolean).join(", ")}</span>;
}
