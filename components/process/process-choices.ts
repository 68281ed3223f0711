import type { Option } from "#components/forms/select.tsx";
import { locales, localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import type { ProcessChoices } from "#lib/process/events/queries.ts";

/** One of a Secretariat's own plans or groups. */
type OwnOption = Option & { secretariatId: string };

/** What the selects of these forms offer, in the reader's language. */
export interface FormChoices {
  secretariats: Option[];
  plans: OwnOption[];
  groups: OwnOption[];
  organisations: Option[];
  organisationKinds: Option[];
}

/** Lists as options; organisations in the order of their names, to be found by the name in either language. */
export function processChoices({ secretariats, plans, groups, organisations, organisationKinds }: ProcessChoices, locale: Locale): FormChoices {
  const say = (text: Localized, otherwise: string) => localize(text, locale)?.text ?? otherwise;
  const named = ({ id, name }: { id: string; name: Localized }) => ({ value: id, label: say(name, id), hint: locales.map((language) => name[language]).join(" ") });
  return {
    secretariats: secretariats.map(named),
    plans: plans.map(({ id, secretariatId, title }) => ({ value: id, secretariatId, label: say(title, id) })),
    groups: groups.map(({ id, secretariatId, name }) => ({ value: id, secretariatId, label: say(name, id) })),
    organisations: organisations.map(named).sort((a, b) => a.label.localeCompare(b.label, locale)),
    organisationKinds: organisationKinds.map(({ code, label }) => ({ value: code, label: say(label, code) })),
  };
}
