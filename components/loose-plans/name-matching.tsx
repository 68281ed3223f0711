import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { Combobox } from "#components/forms/combobox.tsx";
import { Select, type Option } from "#components/forms/select.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { sameNames, suggestionsFor } from "#lib/imports/loose-plans/names/rules.ts";
import type { StatedName } from "#lib/imports/loose-plans/organisations/rules.ts";
import type { KnownOrganisation, NameChoice } from "#lib/imports/loose-plans/schema.ts";
import type { ListedCode, MappingPart } from "./mapping-part.ts";
import styles from "./mapping-screen.module.css";

const valueOf = (choice: NameChoice | undefined) => (!choice ? "" : choice.as === "new" ? `new:${choice.kind}` : choice.as === "same" ? `same:${choice.name}` : `known:${choice.key}`);

function choiceOf(value: string, first: string): NameChoice {
  const rest = value.slice(value.indexOf(":") + 1);
  if (value.startsWith("new:")) return { as: "new", kind: rest };
  return value.startsWith("same:") ? { as: "same", name: rest } : { as: "known", key: rest || first };
}

interface Props extends MappingPart {
  names: readonly StatedName[];
  choices: ReadonlyMap<string, NameChoice>;
  kinds: readonly ListedCode[];
}

/** Each name of the document with who it is: new, one of the record, or another spelling of a name above. */
export function NameMatching({ names, choices, kinds, change, context }: Props) {
  const t = useTranslations("loose-plans.names");
  const set = (name: string, choice: NameChoice) => change((before) => ({ ...before, names: { ...before.names, [name]: choice } }));
  if (names.length === 0) return <p className={styles.note}>{t("none")}</p>;
  return (
    <ol className={styles.names}>
      {names.map(({ name, cells }) => (
        <li key={name} className={styles.name}>
          <NameChooser name={name} cells={cells} choice={choices.get(name)} others={names} kinds={kinds} organisations={context.organisations} onChange={(choice) => set(name, choice)} />
        </li>
      ))}
    </ol>
  );
}

interface ChooserProps {
  name: string;
  /** In how many cells it stands. */
  cells: number;
  choice: NameChoice | undefined;
  others: readonly StatedName[];
  kinds: readonly ListedCode[];
  organisations: readonly KnownOrganisation[];
  onChange: (choice: NameChoice) => void;
}

function NameChooser({ name, cells, choice, others, kinds, organisations, onChange }: ChooserProps) {
  const t = useTranslations("loose-plans.names");
  const locale = useLocale();
  const called = (organisation: KnownOrganisation) => pickText(organisation.name, locale)?.text ?? organisation.key;
  const likely = useMemo(() => suggestionsFor(name, organisations), [name, organisations]);
  const alike = useMemo(() => sameNames(name, others.map((other) => other.name)), [name, others]);
  const elsewhere = choice?.as === "known" && !likely.some(({ key }) => key === choice.key);
  const options: Option[] = [
    ...kinds.map(({ code, label }) => ({ value: `new:${code}`, label: t("new", { kind: pickText(label, locale)?.text ?? code }) })),
    ...likely.map((organisation) => ({ value: `known:${organisation.key}`, label: t("likely", { name: called(organisation) }) })),
    ...alike.map((other) => ({ value: `same:${other}`, label: t("same", { name: other }) })),
    ...(organisations.length > likely.length ? [{ value: "known:", label: t("known") }] : []),
  ];
  const other = organisations.find((organisation) => !likely.includes(organisation));
  return (
    <div className={styles.chooser}>
      <Select name={`name-${name}`} label={name} hint={t("cells", { count: cells })} placeholder={null} value={elsewhere ? "known:" : valueOf(choice)} options={options} onChange={(event) => onChange(choiceOf(event.target.value, other?.key ?? ""))} />
      {elsewhere && <Combobox name={`known-${name}`} label={t("choose", { name })} value={choice.key} options={organisations.map((organisation) => ({ value: organisation.key, label: called(organisation), hint: Object.values(organisation.name).join(" ") }))} onChange={(key) => onChange({ as: "known", key })} />}
    </div>
  );
}
