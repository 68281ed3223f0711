import type { LooseFacts } from "#lib/imports/loose-plans/schema.ts";

const fields = ["title", "slug", "level", "locality", "startsOn", "endsOn", "language", "vocabulary", "lists", "objectives", "commas", "slashes", "lead", "introduction"] as const satisfies readonly (keyof LooseFacts)[];

/** The fields' labels by their names, for the summary of errors. */
export function factLabels(say: (key: `facts.${(typeof fields)[number]}`) => string): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, say(`facts.${field}`)]));
}
