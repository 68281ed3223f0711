import { useTranslations } from "next-intl";
import { Select } from "#components/forms/select.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { withFacts, type MappingPart } from "./mapping-part.ts";
import styles from "./mapping-screen.module.css";

type Texts = "title" | "slug" | "locality" | "startsOn" | "endsOn";

/** What the plan is as a whole; of a plan that is in the record, its address stays. */
export function PlanFacts({ mapping: { facts }, change, context, errors }: MappingPart & { errors: Record<string, string> }) {
  const t = useTranslations("loose-plans");
  const set = withFacts(change);
  const text = (name: Texts, hint?: string) => <TextInput name={name} label={t(`facts.${name}`)} hint={hint} value={facts[name]} onChange={(event) => set({ [name]: event.target.value })} error={errors[name]} autoComplete="off" />;
  const choice = <Value extends string>(name: "level" | "language" | "vocabulary", values: readonly Value[], label: (value: Value) => string) => (
    <Select name={name} label={t(`facts.${name}`)} placeholder={null} value={facts[name]} options={values.map((value) => ({ value, label: label(value) }))} onChange={(event) => set({ [name]: event.target.value })} error={errors[name]} />
  );
  return (
    <div className={styles.facts}>
      <div className={styles.whole}>{text("title")}</div>
      {!context.base && <div className={styles.whole}>{text("slug", t("facts.slugHint"))}</div>}
      {choice("level", ["national", "local", "sectoral"] as const, (value) => t(`level.${value}`))}
      {text("locality")}
      {text("startsOn", t("facts.dateHint"))}
      {text("endsOn", t("facts.dateHint"))}
      {choice("language", ["ka", "en"] as const, (value) => t(`language.${value}`))}
      {choice("vocabulary", ["commitment", "activity"] as const, (value) => t(`vocabulary.${value}`))}
    </div>
  );
}
