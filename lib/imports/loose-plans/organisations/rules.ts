import type { Localized } from "#lib/record/localized/schema.ts";
import { makeKey } from "#lib/sheets/keys.ts";
import { plain } from "#lib/imports/workbooks/values.ts";
import { guessName, knownNames, namesIn } from "../names/rules.ts";
import type { Draft, Drafts } from "../points/rules.ts";
import type { KnownOrganisation, LooseContext, Mapping, NameChoice } from "../schema.ts";

/** A name as the document has it, and in how many cells. */
export interface StatedName {
  name: string;
  cells: number;
}

const agencyFields = new Set(["lead", "co_responsible", "partners"]);

/** How cells are cut into names: with what stands alone in a cell of the document known as a name. */
export function nameReader({ commitments }: Drafts, mapping: Mapping, context: LooseContext): (text: string) => string[] {
  const alone = cellsOf(commitments, mapping).filter((text) => !/[,;/\n]/.test(text)).map(plain);
  const known = new Set([...knownNames(context), ...alone]);
  return (text) => namesIn(text, mapping.facts, known);
}

function cellsOf(drafts: readonly Draft[], mapping: Mapping): string[] {
  return drafts.flatMap(({ cells, milestones }) => [
    ...[...cells].filter(([column]) => agencyFields.has(mapping.columns[column]?.field ?? "")).map(([, { text }]) => text),
    ...cellsOf(milestones, mapping),
  ]);
}

/** Every organisation that the document names, in its order. */
export function statedNames(drafts: Drafts, mapping: Mapping, context: LooseContext): StatedName[] {
  const read = nameReader(drafts, mapping, context);
  const counts = new Map<string, number>();
  for (const name of cellsOf(drafts.commitments, mapping).flatMap(read)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, cells]) => ({ name, cells }));
}

/** The choice for each name: the person's, else the guess. */
export function choicesFor(names: readonly StatedName[], mapping: Mapping, context: LooseContext): Map<string, NameChoice> {
  const all = names.map(({ name }) => name);
  return new Map(all.map((name, index) => [name, mapping.names[name] ?? guessName(name, all.slice(0, index), mapping.facts, context)]));
}

/** Organisations of the plan file, and the key that each name of the document has among them. */
export function organisationsOf(names: readonly StatedName[], mapping: Mapping, context: LooseContext): { organisations: KnownOrganisation[]; keyOf: (name: string) => string | null } {
  const choices = choicesFor(names, mapping, context);
  const known = new Map([...(context.base?.organisations ?? []), ...context.organisations, context.secretariat].map((organisation) => [organisation.key, organisation]));
  const taken = new Set(known.keys());
  const used = new Map<string, KnownOrganisation>([[context.secretariat.key, context.secretariat]]);
  const keys = new Map<string, string>();
  const settle = (name: string, seen: readonly string[]): string => {
    const there = keys.get(name);
    const choice = choices.get(name) ?? { as: "new", kind: "public_body" };
    if (there) return there;
    const other = choice.as === "same" && choices.has(choice.name) && !seen.includes(choice.name) && choice.name !== name ? choice.name : null;
    const found = choice.as === "known" ? known.get(choice.key) : undefined;
    const key = other !== null ? settle(other, [...seen, name]) : (found?.key ?? newKey(name, mapping, taken));
    keys.set(name, key);
    taken.add(key);
    const kind = choice.as === "new" ? choice.kind : "public_body";
    if (!used.has(key)) used.set(key, found ?? { key, name: { [mapping.facts.language]: name }, kind });
    return key;
  };
  const { lead } = mapping.facts;
  const fallback = lead ? known.get(lead) : undefined;
  for (const { name } of names) settle(name, []);
  if (fallback) used.set(fallback.key, fallback);
  return { organisations: [...used.values()].map(({ key, name, kind, municipality }) => ({ key, name: { ...name }, kind, ...(municipality === undefined ? {} : { municipality }) })), keyOf: (name) => keys.get(name) ?? null };
}

/** Every town has a "council's office": its own bears the town's name in its address. */
function newKey(name: string, { facts }: Mapping, taken: ReadonlySet<string>): string {
  const words: Localized = { [facts.language]: facts.level === "local" ? `${facts.locality} ${name}` : name };
  return makeKey(words, taken);
}
