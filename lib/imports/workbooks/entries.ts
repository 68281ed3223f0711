import { planFileFormat } from "#lib/imports/plan-files/schema.ts";
import { Assembly } from "./assembly.ts";
import { deriveKeysOf, derivePlanSlug } from "#lib/sheets/keys.ts";
import { commitmentReferences, organisationReferences, partReferences, type References } from "./references.ts";
import { placeIn, readTable, type Row, type Table } from "./rows.ts";
import { Refused, type RawSheet } from "#lib/sheets/schema.ts";
import { type Places, type SheetProblem, type WorkbookTerms } from "./schema.ts";
import { sheetIndex, sheetModels, type SheetName } from "./sheets.ts";
import { plain } from "./values.ts";

type Fields = Record<string, unknown>;
export interface Understood {
  raw: Fields;
  places: Places;
  problems: SheetProblem[];
}

/** Which of the sheets is which; those that are nobody's are told, since nothing may be lost silently. */
async function tablesOf(sheets: AsyncIterable<RawSheet>, terms: WorkbookTerms) {
  const known = sheetIndex(terms);
  const tables = new Map<SheetName, Table>();
  const problems: SheetProblem[] = [];
  const names: string[] = [];
  for await (const sheet of sheets) {
    names.push(sheet.name);
    const model = known.get(plain(sheet.name));
    if (model === "own") continue;
    if (!model) problems.push({ path: "", message: "unknownSheet", values: { value: sheet.name }, place: placeIn(sheet.name, null) });
    else if (tables.has(model.name)) problems.push({ path: "", message: "sheetTwice", values: { value: sheet.name }, place: placeIn(sheet.name, null) });
    else tables.set(model.name, readTable(sheet, model, terms));
  }
  if (tables.size === 0) throw new Refused("noSheets", { sheets: names.slice(0, 10).join(", ") });
  const missing = sheetModels.filter(({ name, required }) => required && !tables.has(name));
  problems.push(...missing.map(({ name }) => ({ path: "", message: "missingSheet", values: { sheet: name }, place: null })));
  return { tables, problems };
}

/** Understands sheets as a plan file: rows are put where they say they belong, keys are filled in, and everything odd is told. */
export async function planFileOf(sheets: AsyncIterable<RawSheet>, terms: WorkbookTerms): Promise<Understood> {
  const { tables, problems } = await tablesOf(sheets, terms);
  const assembly = new Assembly(tables, problems);
  const raw: Fields = { format: planFileFormat, plan: planOf(assembly), legalActs: assembly.list("legalActs"), organisations: assembly.list("organisations") };
  derivePlanSlug(raw);
  deriveKeysOf(raw, "organisations", terms.organisations);
  const organisations = organisationReferences(raw.organisations as Fields[]);
  assembly.table("plan").rows.slice(0, 1).forEach((row) => assembly.resolve(row, "plan", "secretariat", organisations, "organisations"));
  const parts = (raw.parts = assembly.list("parts"));
  deriveKeysOf(raw, "parts");
  const partNames = partReferences(parts);
  assembly.table("parts").rows.forEach((row, index) => assembly.resolve(row, `parts[${index}]`, "parent", partNames, "parts"));
  const commitments = (raw.commitments = assembly.list("commitments"));
  assembly.table("commitments").rows.forEach((row, index) => {
    assembly.resolve(row, `commitments[${index}]`, "part", partNames, "parts");
    resolveAgencies(assembly, row, `commitments[${index}]`, organisations);
  });
  deriveKeysOf(raw, "commitments");
  putMilestones(assembly, { commitments, names: commitmentReferences(commitments, parts), organisations });
  raw.periods = [];
  return { raw, places: assembly.places, problems: assembly.problems };
}

function planOf(assembly: Assembly): Fields {
  const [row, ...more] = assembly.table("plan").rows;
  for (const other of more) assembly.tell(other, "title", "onePlan", {});
  if (row) assembly.put("plan", row);
  else if (assembly.has("plan")) assembly.places.rows.plan = { sheet: assembly.table("plan").sheet, row: null };
  return row?.fields ?? {};
}

function resolveAgencies(assembly: Assembly, row: Row, path: string, organisations: References): void {
  assembly.resolve(row, path, "lead", organisations, "organisations");
  for (const field of ["coResponsible", "partners"]) assembly.resolveAll(row, path, field, organisations, "organisations");
}

interface Commitments {
  commitments: Fields[];
  names: References;
  organisations: References;
}
/** A milestone that was put in its place, or a commitment, with its path. */
interface Put {
  path: string;
  fields: Fields;
}
/** Everything that rows of milestones and lines can stand under. */
interface Subjects {
  commitments: Map<string, Put>;
  /** By the commitment's slug, then by number. */
  milestones: Map<string, Map<string, Put>>;
}

function listIn(put: Put, name: string): { list: Fields[]; path: string } {
  const list = (put.fields[name] ??= []) as Fields[];
  return { list, path: `${put.path}.${name}[${list.length}]` };
}

/** The commitment that a row names; told when it names none, nothing, or one of several. */
function commitmentFor(assembly: Assembly, row: Row, names: References): string | null {
  const value = row.under.commitment;
  const found = value === undefined ? null : names.find(value);
  if (found !== null && found !== "several") return found.key;
  if (value === undefined) {
    if (assembly.places.columns[row.sheet]?.commitment) assembly.tell(row, "commitment", "commitmentMissing", {});
  } else if (assembly.has("commitments")) assembly.tell(row, "commitment", found ? "severalRows" : "noSuchRow", { value, sheet: "commitments" });
  return null;
}

function putMilestones(assembly: Assembly, { commitments, names, organisations }: Commitments): void {
  const subjects: Subjects = { commitments: new Map(commitments.map((fields, index) => [String(fields.slug), { path: `commitments[${index}]`, fields }])), milestones: new Map() };
  for (const row of assembly.table("milestones").rows) {
    const { parent } = row.under;
    const slug = commitmentFor(assembly, row, names);
    const commitment = slug === null ? undefined : subjects.commitments.get(slug);
    const siblings = subjects.milestones.get(slug ?? "") ?? new Map<string, Put>();
    const outer = parent === undefined ? commitment : siblings.get(parent);
    if (commitment && !outer) assembly.tell(row, "parent", "noSuchMilestone", { value: parent ?? "" });
    const target = outer ?? commitment;
    if (!target || slug === null) {
      row.problems.forEach(({ field, message, values }) => assembly.tell(row, field, message, values));
      continue;
    }
    const { list, path } = listIn(target, "milestones");
    list.push(row.fields);
    resolveAgencies(assembly, row, path, organisations);
    assembly.put(path, row);
    const number = String(row.fields.number);
    if (!siblings.has(number)) subjects.milestones.set(slug, siblings.set(number, { path, fields: row.fields }));
  }
  for (const name of ["indicators", "verificationSources", "budget"] as const) for (const row of assembly.table(name).rows) putLine(assembly, row, name, subjects, names);
}

/** A milestone by its number alone, where only one commitment has it. */
function onlyMilestone(subjects: Subjects, number: string): Put | undefined {
  const found = [...subjects.milestones.values()].flatMap((milestones) => milestones.get(number) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

function putLine(assembly: Assembly, row: Row, name: "indicators" | "verificationSources" | "budget", subjects: Subjects, names: References): void {
  const { commitment: of, milestone: number } = row.under;
  const alone = of === undefined && number !== undefined ? onlyMilestone(subjects, number) : undefined;
  const slug = alone ? null : commitmentFor(assembly, row, names);
  const commitment = slug === null ? undefined : subjects.commitments.get(slug);
  const subject = alone ?? (number === undefined ? commitment : subjects.milestones.get(slug ?? "")?.get(number));
  if (commitment && !subject) assembly.tell(row, "milestone", "noSuchMilestone", { value: number ?? "" });
  if (!subject) {
    row.problems.forEach(({ field, message, values }) => assembly.tell(row, field, message, values));
    return;
  }
  const { list, path } = listIn(subject, name);
  list.push(row.fields);
  assembly.put(path, row);
}
