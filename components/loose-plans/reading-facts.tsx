import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "#components/forms/checkbox.tsx";
import { Combobox } from "#components/forms/combobox.tsx";
import { Select } from "#components/forms/select.tsx";
import { TextInput } from "#components/forms/text-input.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { LooseFacts } from "#lib/imports/loose-plans/schema.ts";
import { withFacts, type MappingPart } from "./mapping-part.ts";
import styles from "./mapping-screen.module.css";

const choices = { lists: ["milestones", "text"], objectives: ["above", "number"], commas: ["recognised", "always", "never"] } as const;

/** How lists, numbers and names in the cells are understood. */
export function ReadingFacts({ mapping: { facts }, change, context, errors }: MappingPart & { errors: Record<string, string> }) {
  const t = useTranslations("loose-plans");
  const locale = useLocale();
  const set = withFacts(change);
  const organisations = context.organisations.map(({ key, name }) => ({ value: key, label: pickText(name, locale)?.text ?? key, hint: Object.values(name).join(" ") }));
  const select = (name: keyof typeof choices, label: (value: string) => string) => (
    <Select name={name} label={t(`facts.${name}`)} placeholder={null} value={facts[name]} options={choices[name].map((value) => ({ value, label: label(value) }))} onChange={(event) => set({ [name]: event.target.value })} error={errors[name]} />
  );
  return (
    <Disclosure summary={t("facts.more")}>
      <div className={styles.facts}>
        {select("lists", (value) => t(`lists.${value as LooseFacts["lists"]}`))}
        {select("objectives", (value) => t(`objectives.${value as LooseFacts["objectives"]}`))}
        {select("commas", (value) => t(`commas.${value as LooseFacts["commas"]}`))}
        <Checkbox name="slashes" label={t("facts.slashes")} checked={facts.slashes} onChange={(event) => set({ slashes: event.target.checked })} />
        <Combobox name="lead" label={t("facts.lead")} value={facts.lead} options={[{ value: "", label: t("facts.nobody") }, ...organisations]} onChange={(lead) => set({ lead })} error={errors.lead} />
        <Introduction facts={facts} set={set} />
      </div>
    </Disclosure>
  );
}

/** The rows between two numbers; either empty: none. */
function Introduction({ facts: { introduction }, set }: { facts: LooseFacts; set: (facts: Partial<LooseFacts>) => void }) {
  const t = useTranslations("loose-plans.facts");
  const number = (value: string) => (/^\d+$/.test(value) && Number(value) > 0 ? Number(value) - 1 : null);
  const change = (end: "from" | "to", value: string) => {
    const row = number(value);
    set({ introduction: row === null ? null : { from: row, to: row, ...introduction, [end]: row } });
  };
  return (
    <>
      <TextInput name="introductionFrom" inputMode="numeric" label={t("introductionFrom")} hint={t("introductionHint")} optional value={introduction ? introduction.from + 1 : ""} onChange={(event) => change("from", event.target.value)} />
      <TextInput name="introductionTo" inputMode="numeric" label={t("introductionTo")} optional value={introduction ? introduction.to + 1 : ""} onChange={(event) => change("to", event.target.value)} />
    </>
  );
}
