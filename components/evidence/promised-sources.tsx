import { useTranslations, type Locale } from "next-intl";
import { LocalizedText, type Texts } from "#components/ui/localized-text.tsx";
import styles from "./evidence.module.css";

interface Props {
  sources: readonly { id: string; text: Texts }[];
  items: readonly { verificationSourceId: string | null }[];
  locale: Locale;
}

/** What the plan promised as proof, each with whether something is attached for it. */
export function PromisedSources({ sources, items, locale }: Props) {
  const t = useTranslations("evidence");
  if (sources.length === 0) return null;
  return (
    <div className={styles.promised}>
      <p>{t("sources")}:</p>
      <ul role="list">
        {sources.map(({ id, text }) => {
          const met = items.some((item) => item.verificationSourceId === id);
          return (
            <li key={id}>
              <LocalizedText value={text} locale={locale} />
              <span className={met ? styles.met : styles.missing}>— {t(met ? "met" : "missing")}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
