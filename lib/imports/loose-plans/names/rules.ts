import { locales, type Localized } from "#lib/record/localized/schema.ts";
import { makeKey } from "#lib/sheets/keys.ts";
import { plain } from "#lib/imports/workbooks/values.ts";
import type { KnownOrganisation, LooseContext, LooseFacts, NameChoice } from "../schema.ts";

/** Words with which the name of a public body, or of an organisation, ends. */
const endings = new RegExp(
  "(სამსახური|სამინისტრო|სააგენტო|აპარატი|მერია|საკრებულო|გამგეობა|ცენტრი|დეპარტამენტი|ადმინისტრაცია|კანცელარია|პარლამენტი|სასამართლო|პროკურატურა|ბიურო|ოფისი|კომისია|კომიტეტი|ფონდი|აკადემია|ინსტიტუტი|უნივერსიტეტი|ასოციაცია|ორგანიზაცია|ორგანიზაციები|კავშირი|პალატა|საბჭო|სამმართველო|განყოფილება|ინსპექცია|ბანკი|მინისტრი|მერი|ombudsman|" +
    "ministry|agency|service|department|office|council|centre|center|committee|commission|administration|parliament|court|bureau|fund|foundation|institute|university|association|organization|organisation|chamber|bank|unit|municipality|assembly|city hall)\\)?$",
);
const english = /^(the )?(ministry|agency|department|office|bureau|council|parliament|government|city hall|national|state|public|supreme|chamber)\b/;
const abbreviation = /^[A-Z][A-Z&.-]{1,11}$/;

function looksLikeOne(name: string, known: ReadonlySet<string>): boolean {
  return known.has(plain(name)) || abbreviation.test(name) || endings.test(plain(name)) || english.test(plain(name));
}

/** Cuts at a mark, but not within brackets. */
function cutAt(text: string, mark: RegExp): string[] {
  const pieces = [""];
  let depth = 0;
  for (const letter of text) {
    depth = Math.max(0, depth + (letter === "(" ? 1 : letter === ")" ? -1 : 0));
    if (depth === 0 && mark.test(letter)) pieces.push("");
    else pieces[pieces.length - 1] += letter;
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

/** Texts of a cell that lists them: on lines of their own, between ";", or numbered within the cell. */
export function piecesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => cutAt(line, /;/)).map((piece) => piece.replace(/^([•●▪◦*–-]|\(?\d{1,2}[.)]|[ა-ჰa-z]\))\s+/, "").trim()).filter(Boolean);
}

/** The organisations that a cell names. `known`: names in the record and elsewhere in the document, as `plain` writes them. */
export function namesIn(text: string, facts: Pick<LooseFacts, "commas" | "slashes">, known: ReadonlySet<string>): string[] {
  const pieces = piecesOf(text).flatMap((piece) => (facts.slashes ? cutAt(piece, /\//) : [piece]));
  const names = pieces.flatMap((piece) => {
    const parts = cutAt(piece, /,/);
    const cut = facts.commas === "always" || (facts.commas === "recognised" && parts.length > 1 && parts.every((part) => looksLikeOne(part, known)));
    return cut ? parts : [piece];
  });
  return [...new Set(names.map((name) => name.replace(/[.,\s]+$/, "").trim()).filter((name) => /\p{L}/u.test(name)))];
}

const namesOf = (name: Localized) => locales.flatMap((locale) => name[locale] ?? []);

/** All names of the record, to tell organisations from the words between commas. */
export function knownNames(context: LooseContext): ReadonlySet<string> {
  return new Set([context.secretariat, ...context.organisations].flatMap(({ name }) => namesOf(name)).map(plain));
}

function pairsOf(text: string): string[] {
  const letters = plain(text).replace(/[^\p{L}\p{N}]/gu, "");
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2));
}

/** How alike two names are written, from 0 to 1: shared pairs of letters (Dice). */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.length + second.length === 0) return 0;
  const left = [...second];
  const shared = first.filter((pair) => {
    const at = left.indexOf(pair);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return (2 * shared.length) / (first.length + second.length);
}

/** From here on, two names may well be one organisation in another case or spelling. */
const alike = 0.72;

/** Organisations of the record whose names are like this one, the likest first; at most five. */
export function suggestionsFor(name: string, organisations: readonly KnownOrganisation[]): KnownOrganisation[] {
  return organisations
    .map((organisation) => ({ organisation, score: Math.max(0, ...namesOf(organisation.name).map((known) => likeness(name, known))) }))
    .filter(({ score }) => score >= alike)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ organisation }) => organisation);
}

/** Other names of the document that are written alike. */
export function sameNames(name: string, names: readonly string[]): string[] {
  return names.filter((other) => other !== name && likeness(name, other) >= alike);
}

/**
 * What is chosen before a person has chosen: the same name in the record, but for a municipality's offices, which every town
 * has by the same names; the first of two spellings of the document; else a new organisation.
 */
export function guessName(name: string, earlier: readonly string[], facts: Pick<LooseFacts, "level" | "locality">, context: LooseContext): NameChoice {
  const listed = new Set([context.secretariat.key, ...(context.base?.organisations.map(({ key }) => key) ?? [])]);
  // Addresses of a town's offices begin with the town.
  const town = facts.level === "local" && facts.locality ? `${makeKey(facts.locality, new Set())}-` : null;
  const ours = (key: string) => listed.has(key) || (town !== null && key.startsWith(town));
  const same = context.organisations.filter((organisation) => namesOf(organisation.name).some((known) => plain(known) === plain(name)));
  const known = same.find(({ key }) => ours(key)) ?? same.find(({ kind }) => facts.level !== "local" || kind !== "municipal_body");
  if (known) return { as: "known", key: known.key };
  const spelled = earlier.find((other) => plain(other) === plain(name));
  return spelled ? { as: "same", name: spelled } : { as: "new", kind: facts.level === "local" ? "municipal_body" : "public_body" };
}
