import type { Option } from "#components/forms/select.tsx";
import type { EditingChoices } from "#lib/plans/outlines/queries.ts";
import { locales, localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";

/** What the editor's selects offer, in the reader's language. */
export interface FormChoices {
  organisations: Option[];
  organisationKinds: Option[];
  thematicAreas: Option[];
  sdgs: Option[];
  fundingSources: Option[];
  scales: Option[];
}

/** Lists as options, organisations in the order of their names, to be found by the name in either language. */
export function formChoices({ organisations, organisationKinds, thematicAreas, sdgs, fundingSources, scales }: EditingChoices, locale: Locale): FormChoices {
  const say = (label: Localized, code: string) => localize(label, locale)?.text ?? code;
  const coded = ({ code, label }: { code: string; label: Localized }) => ({ value: code, label: say(label, code) });
  return {
    organisations: organisations
      .map(({ id, name }) => ({ value: id, label: say(name, id), hint: locales.map((language) => name[language]).join(" ") }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    organisationKinds: organisationKinds.map(coded), thematicAreas: thematicAreas.map(coded), fundingSources: fundingSources.map(coded), scales: scales.map(coded),
    sdgs: sdgs.map(({ number, label }) => ({ value: String(number), label: `${number}. ${say(label, "")}` })),
  };
}
