import { useTranslations, type Locale } from "next-intl";
import { TextComparison } from "#components/ui/text-comparison.tsx";
import type { FieldChange, RevisedEntity } from "#lib/editing/revisions/schema.ts";
import { listItems, textsOf, valueWords, type Item } from "./value-words.ts";
import styles from "./revisions.module.css";

interface Props {
  change: FieldChange;
  entity: RevisedEntity;
  locale: Locale;
}

/** One field as it was and as it is: a value in a sentence, a text word by word, a list by what came and went. */
export function FieldChangeText({ change, entity, locale }: Props) {
  const t = useTranslations("revisions");
  const say = useTranslations();
  const name = t.has(`field.${entity}.${change.field}`) ? t(`field.${entity}.${change.field}`) : t(`field.any.${change.field}`);
  const languages = textsOf(change.before, change.after);
  if (languages) return <TextChange name={name} languages={languages} change={change} locale={locale} />;
  const before = listItems(change.field, change.before, locale, say);
  const after = listItems(change.field, change.after, locale, say);
  if (before && after) return <ListChange name={name} before={before} after={after} />;
  const words = (value: unknown) => valueWords(change.field, value, locale, say) ?? t("unstated");
  const values = { name, before: words(change.before), after: words(change.after) };
  const told = { was: (chunks: React.ReactNode) => <del className={styles.was}>{chunks}</del>, is: (chunks: React.ReactNode) => <ins className={styles.is}>{chunks}</ins> };
  return <p>{t.rich(t.has(`sentence.${change.field}`) ? `sentence.${change.field}` : "sentence.any", { ...values, ...told })}</p>;
}

function TextChange({ name, languages, change, locale }: { name: string; languages: Locale[]; change: FieldChange; locale: Locale }) {
  const t = useTranslations("revisions");
  const [before, after] = [change.before, change.after].map((texts) => (texts ?? {}) as Partial<Record<Locale, string>>);
  return (
    <>
      {languages.map((lang) => (
        <div key={lang} className={styles.text}>
          <p className={styles.name}>{t("text", { name, language: lang === locale && languages.length === 1 ? "own" : lang })}</p>
          <TextComparison before={before?.[lang] ?? ""} after={after?.[lang] ?? ""} lang={lang === locale ? undefined : lang} />
        </div>
      ))}
    </>
  );
}

function ListChange({ name, before, after }: { name: string; before: readonly Item[]; after: readonly Item[] }) {
  const t = useTranslations("revisions");
  const find = (items: readonly Item[], key: string) => items.find((item) => item.key === key);
  const gone = before.filter(({ key }) => !find(after, key));
  const come = after.filter(({ key }) => !find(before, key));
  const rewritten = after.flatMap((item) => {
    const old = find(before, item.key);
    return old && old.words !== item.words ? [{ key: item.key, before: old.words, after: item.words }] : [];
  });
  return (
    <div className={styles.text}>
      <p className={styles.name}>{t("list", { name })}</p>
      <ul className={styles.items}>
        {gone.map(({ key, words }) => <li key={key}>{t("gone")} <del className={styles.was}>{words}</del></li>)}
        {come.map(({ key, words }) => <li key={key}>{t("come")} <ins className={styles.is}>{words}</ins></li>)}
        {rewritten.map((item) => <li key={item.key}><TextComparison before={item.before} after={item.after} /></li>)}
        {gone.length + come.length + rewritten.length === 0 && <li>{t("reordered")}</li>}
      </ul>
    </div>
  );
}
