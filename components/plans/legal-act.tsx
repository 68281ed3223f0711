import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LocalizedParagraphs, LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { LegalActView } from "#lib/plans/commitments/queries.ts";
import { isBlank } from "#lib/record/localized/schema.ts";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import styles from "./legal-act.module.css";

type Say = (key: string, values: Record<string, string>) => string;

/** "Ordinance №537 of 12 November 2018, Government of Georgia". */
export function legalActName(act: Pick<LegalActView, "kind" | "number" | "date" | "issuingBody">, locale: Locale, say: Say): string {
  const word = (value: LegalActView["kind"]) => pickText(value, locale)?.text ?? "";
  return say("line", { kind: word(act.kind), number: act.number, date: formatPartialDate(act.date, locale), body: word(act.issuingBody) });
}

/** The act that approved the plan in one line; who signed it, how it can be appealed and its text one keystroke away. */
export function LegalAct({ act, locale }: { act: LegalActView; locale: Locale }) {
  const t = useTranslations("plans.act");
  const signatory = pickText(act.signatory, locale);
  const inText = (pickText(act.text, locale)?.text ?? "").includes(pickText(act.appealTerms, locale)?.text ?? "");
  const more = [act.title, act.text, act.appealTerms, act.signatory].some((text) => !isBlank(text));
  return (
    <div className={styles.act}>
      <p>{legalActName(act, locale, t)}</p>
      {act.url && <p><a href={act.url} rel="noopener">{t("source")}</a></p>}
      {more && (
        <Disclosure summary={t("more")}>
          {!isBlank(act.title) && <p><b><LocalizedText value={act.title} locale={locale} /></b></p>}
          {!isBlank(act.text) && <div className={styles.part}><LocalizedParagraphs value={act.text} locale={locale} /></div>}
          {!isBlank(act.appealTerms) && !inText && <div className={styles.part}><p className={styles.label}>{t("appeal")}</p><LocalizedParagraphs value={act.appealTerms} locale={locale} /></div>}
          {signatory && <p className={styles.part}>{t("signatory", { name: signatory.text })}</p>}
        </Disclosure>
      )}
    </div>
  );
}
