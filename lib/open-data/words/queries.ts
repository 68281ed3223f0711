import type { Describe } from "#lib/open-data/api/rules.ts";
import { resourceNames } from "#lib/record/publication/schema.ts";
import { resources } from "#lib/open-data/resources/queries.ts";
import { columnsOf } from "#lib/open-data/tables/rules.ts";
import { readMessages, type Words } from "#lib/platform/i18n/messages.ts";

async function wordsOf(locale: string): Promise<Record<"fields" | "resources" | "types", Words>> {
  const words = (await readMessages(locale))["open-data"] ?? {};
  const under = (name: string) => (typeof words[name] === "object" ? words[name] : {});
  return { fields: under("fields"), resources: under("resources"), types: under("types") };
}

/** Most properties mean the same in every collection; one that does not has words of its own in it: `commitments_fulfilment`. */
function wordFor(fields: Words, resource: string, property: string): string {
  return String(fields[`${resource}_${property}`] ?? fields[property] ?? property);
}

/** What a property means, in a language. */
export async function describeIn(locale: string): Promise<Describe> {
  const { fields } = await wordsOf(locale);
  return (resource, property) => wordFor(fields, resource, property);
}

/** What every column of every table means, in both languages: the data dictionary for programs. */
export async function getDictionary(): Promise<object> {
  const [ka, en] = [await wordsOf("ka"), await wordsOf("en")];
  const told = (key: string) => ({ ka: String(ka.resources[key] ?? key), en: String(en.resources[key] ?? key) });
  const meaning = (resource: string, field: string) => ({ ka: wordFor(ka.fields, resource, field), en: wordFor(en.fields, resource, field) });
  const tables = resources.map((resource) => ({
    name: resource.name, title: told(resource.name),
    columns: columnsOf(resource).map(({ name, field, kind }) => ({ name, type: kind, property: field, description: field ? meaning(resource.name, field) : { ka: name, en: name } })),
  }));
  return { tables: tables.sort((a, b) => resourceNames.indexOf(a.name) - resourceNames.indexOf(b.name)) };
}
