import { fulfilmentScale } from "#lib/record/lists/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { planFileFormat } from "#lib/imports/plan-files/schema.ts";
import { deriveKeysOf, derivePlanSlug } from "#lib/sheets/keys.ts";
import type { Place, Places, SheetProblem } from "#lib/imports/workbooks/schema.ts";
import { keepOthers, milestonesKept } from "./base/rules.ts";
import { columnsOf, type Said } from "./entries/rules.ts";
import { linesOf, type Reader } from "./lines/rules.ts";
import { nameReader, organisationsOf, statedNames } from "./organisations/rules.ts";
import type { StatedPart } from "./parts/rules.ts";
import { draftsOf, type CommitmentDraft, type Draft } from "./points/rules.ts";
import { placesOf, sheetOf, columnLetter } from "./places/rules.ts";
import type { LooseContext, LoosePlan, LooseTable, Mapping } from "./schema.ts";

type Fields = Record<string, unknown>;
const stated = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)));

interface Work {
  table: LooseTable;
  mapping: Mapping;
  context: LooseContext;
  keysIn: (text: string) => string[];
  notes: SheetProblem[];
  rows: Places["rows"];
}

/** The plan file that a document is, read with a person's mapping. Nothing is made up: what is no date, sum or number stays as text, with a note. */
export function planFileFrom(table: LooseTable, mapping: Mapping, context: LooseContext): LoosePlan {
  const drafts = draftsOf(table, mapping, context);
  const names = nameReader(drafts, mapping, context);
  const { organisations, keyOf } = organisationsOf(statedNames(drafts, mapping, context), mapping, context);
  const work: Work = { table, mapping, context, notes: [], rows: {}, keysIn: (text) => names(text).flatMap((name) => keyOf(name) ?? []) };
  const raw: Fields = {
    format: planFileFormat,
    plan: planOf(work),
    legalActs: context.base?.legalActs ?? [],
    organisations,
    parts: drafts.parts.map((part, index) => partOf(part, index, work)),
    commitments: drafts.commitments.map((draft, index) => commitmentOf(draft, index, work)),
    periods: [],
  };
  derivePlanSlug(raw);
  deriveKeysOf(raw, "commitments");
  return { raw, places: placesOf(mapping, work.rows), problems: [], notes: work.notes };
}

const textIn = ({ mapping }: Pick<Work, "mapping">, text: string | null | undefined): Localized | undefined => (text ? { [mapping.facts.language]: text } : undefined);

function planOf(work: Work): Fields {
  const { mapping: { facts }, context: { base, secretariat }, table } = work;
  const { introduction: rows } = facts;
  const introduction = rows ? table.rows.slice(rows.from, rows.to + 1).filter((row) => row.table === 0).map(({ cells }) => cells[0]?.text ?? "").join("\n\n") : "";
  const own = {
    slug: facts.slug,
    title: textIn(work, facts.title),
    introduction: textIn(work, introduction),
    level: facts.level,
    countryCode: "GE",
    locality: textIn(work, facts.locality),
    vocabulary: facts.vocabulary,
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
    secretariat: secretariat.key,
    scale: fulfilmentScale.code,
  };
  return keepOthers(base ? { ...base.plan } : null, stated(base ? { ...own, slug: base.plan.slug, countryCode: base.plan.countryCode, scale: base.plan.scale, secretariat: base.plan.secretariat } : own));
}

function partOf(part: StatedPart, index: number, work: Work): Fields {
  const [row = 0] = part.rows;
  work.rows[`parts[${index}]`] = { sheet: sheetOf(work.table, row), row: row + 1, columns: "parts" };
  const own = { key: part.key, parent: part.parent ?? undefined, kind: part.kind, number: part.number ?? undefined, title: textIn(work, part.title), description: textIn(work, part.description) };
  return keepOthers(work.context.base?.parts.find(({ key }) => key === part.key) ?? null, stated(own));
}

function commitmentOf(draft: CommitmentDraft, index: number, work: Work): Fields {
  const at = `commitments[${index}]`;
  const before = work.context.base?.commitments.find((one) => one.number === draft.number && one.part === draft.part?.key);
  const outcome = columnsOf(work.mapping, "outcome").flatMap((column) => draft.cells.get(column)?.text ?? []).join("\n");
  const { milestones, ...line } = lineOf(draft, at, "commitments", work);
  const leads = new Set((milestones as Fields[] | undefined)?.map(({ lead }) => lead));
  const [only] = leads.size === 1 ? leads : [];
  const lead = line.lead ?? only ?? (work.mapping.facts.lead || undefined);
  const others = Array.isArray(line.coResponsible) ? line.coResponsible.filter((key) => key !== lead) : undefined;
  const own = stated({ part: draft.part?.key, number: draft.number, slug: before?.slug, title: line.title, ...line, coResponsible: others, expectedOutcome: textIn(work, outcome), lead });
  const kept = keepOthers(before ?? null, own);
  return milestones ? { ...kept, milestones: milestonesKept(before?.milestones ?? [], milestones as Fields[]) } : kept;
}

function lineOf(draft: Draft, at: string, columns: "commitments" | "milestones", work: Work): Fields {
  work.rows[at] = { sheet: sheetOf(work.table, draft.row), row: draft.row + 1, columns };
  const reader: Reader = { mapping: work.mapping, keysIn: work.keysIn, note: (field, message, said, values) => note(work, `${at}.${field}`, message, said, values) };
  const title = draft.title ? { title: textIn(work, draft.title.text) } : {};
  if (!draft.numbered) note(work, `${at}.number`, "numberCounted", { text: draft.number, row: draft.row, column: draft.column });
  const milestones = draft.milestones.map((milestone, index) => ({ number: milestone.number, ...lineOf(milestone, `${at}.milestones[${index}]`, "milestones", work) }));
  return stated({ ...title, ...linesOf(draft.cells, reader), milestones });
}

function note(work: Work, path: string, message: string, said: Said, values: Record<string, string> = {}): void {
  const column = columnLetter(said.column);
  const place: Place = { sheet: sheetOf(work.table, said.row), row: said.row + 1, column, heading: work.mapping.columns[said.column]?.heading || null, cell: `${column}${said.row + 1}` };
  work.notes.push({ path, message, values: { value: said.text.slice(0, 300), ...values }, place });
}

