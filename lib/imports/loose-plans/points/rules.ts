import { columnsOf, entriesOf, numberBefore, type Entry, type Said } from "../entries/rules.ts";
import { listIn, perPoint, styleOf, type CellList, type ListItem } from "../lists/rules.ts";
import { partFor, partsOf, type StatedPart } from "../parts/rules.ts";
import type { ColumnField, LooseContext, LooseTable, Mapping } from "../schema.ts";

/** A commitment or milestone with the cells that speak of it, before anything in them is read as a value. */
export interface Draft {
  number: string;
  /** False when the document gives none and it was counted. */
  numbered: boolean;
  title: Said | null;
  /** Row that names it and column in which it stands, from 0. */
  row: number;
  column: number;
  cells: Map<number, Said>;
  milestones: Draft[];
}

export interface CommitmentDraft extends Draft {
  part: StatedPart | null;
}

export interface Drafts {
  parts: StatedPart[];
  commitments: CommitmentDraft[];
}

/** Fields that a commitment and its milestones can state alike. */
const lineFields: readonly ColumnField[] = ["description", "indicator_code", "indicator", "baseline", "target", "verification", "term", "starts", "ends", "lead", "co_responsible", "partners", "budget", "programme_code", "funding_source", "sum"];

/** The document's parts and commitments with their milestones, in its order. */
export function draftsOf(table: LooseTable, mapping: Mapping, context: Pick<LooseContext, "base">): Drafts {
  const parts = partsOf(table, mapping, context);
  const groups: { entry: Entry; rows: Entry[] }[] = [];
  for (const entry of entriesOf(table, mapping)) {
    const last = groups.at(-1);
    if (entry.kind === "milestone" && last) last.rows.push(entry);
    else groups.push({ entry, rows: [] });
  }
  const commitments: CommitmentDraft[] = [];
  for (const { entry, rows } of groups) {
    const part = partFor(parts, { part: entry.part, number: entry.number?.text ?? null }, mapping.facts.objectives);
    const number = entry.number?.text ?? nextNumber(commitments.filter((other) => other.part === part).map((other) => other.number));
    commitments.push({ part, ...commitmentOf(entry, rows, number, mapping) });
  }
  return { parts, commitments };
}

function nextNumber(taken: readonly string[]): string {
  for (let count = taken.length + 1; ; count += 1) if (!taken.includes(String(count))) return String(count);
}

function commitmentOf(entry: Entry, rows: readonly Entry[], number: string, mapping: Mapping): Draft {
  const cells = new Map([...entry.cells].filter(([column]) => lineFields.includes(mapping.columns[column]?.field ?? "ignored") || mapping.columns[column]?.field === "outcome"));
  const [column = 0] = columnsOf(mapping, "title");
  const draft: Draft = { number, numbered: entry.number !== null, title: entry.title, row: entry.row, column, cells, milestones: [] };
  const style = mapping.facts.lists === "milestones" ? addListed(draft, entry, mapping) : addWords(draft, entry, mapping);
  if (rows.length > 0) giveFirst(draft, rows, mapping);
  rows.forEach((row) => draft.milestones.push(milestoneOf(row, draft, mapping)));
  distribute(draft, mapping, style);
  return draft;
}

/** Milestones from the lists in the cells of title and milestones. Gives how the list counts. */
function addListed(draft: Draft, entry: Entry, mapping: Mapping): ReturnType<typeof styleOf> | null {
  const inTitle = draft.title && listIn(draft.title.text, draft.number);
  if (draft.title && inTitle) {
    draft.milestones.push(...pointsOf(inTitle, draft.title, draft));
    draft.title = inTitle.lead ? { ...draft.title, text: inTitle.lead.replace(/:$/, "") } : null;
  }
  let style = inTitle ? styleOf(inTitle) : null;
  for (const said of columnsOf(mapping, "milestones").flatMap((column) => (entry.filled.has(column) ? [] : (entry.cells.get(column) ?? [])))) {
    const list = listIn(said.text, draft.number) ?? { lead: "", items: said.text.split("\n").map(itemOf) };
    draft.milestones.push(...pointsOf(list, said, draft));
    if (list.lead) addTo(draft.cells, descriptionColumn(mapping, said), { ...said, text: list.lead });
    style ??= styleOf(list);
  }
  return style;
}

function itemOf(line: string): ListItem {
  const before = numberBefore(line);
  return before?.number.includes(".") ? { number: before.number, text: before.rest, items: [] } : { number: "", text: before?.rest ?? line, items: [] };
}

/** Lists are words here: what stands in the column of milestones goes to the description. */
function addWords(draft: Draft, entry: Entry, mapping: Mapping): null {
  for (const column of columnsOf(mapping, "milestones")) {
    const said = entry.cells.get(column);
    if (said && !entry.filled.has(column)) addTo(draft.cells, descriptionColumn(mapping, said), said);
  }
  return null;
}

const descriptionColumn = (mapping: Mapping, said: Said) => columnsOf(mapping, "description")[0] ?? said.column;

function addTo(cells: Map<number, Said>, column: number, said: Said): void {
  const there = cells.get(column);
  cells.set(column, there ? { ...there, text: `${there.text}\n${said.text}` } : said);
}

/** A list that counts within its cell gets the number of its row before its own: "2)" in 5 is 5.2. */
function pointsOf(list: CellList, said: Said, above: Pick<Draft, "number" | "milestones">): Draft[] {
  return list.items.map((item, index): Draft => {
    const number = item.number.includes(".") ? item.number : `${above.number}.${item.number || above.milestones.length + index + 1}`;
    const title = item.text ? { ...said, text: item.text } : null;
    const draft: Draft = { number, numbered: item.number !== "", title, row: said.row, column: said.column, cells: new Map(), milestones: [] };
    return { ...draft, milestones: pointsOf({ lead: "", items: item.items }, said, draft) };
  });
}

function milestoneOf(entry: Entry, commitment: Draft, mapping: Mapping): Draft {
  const [own] = columnsOf(mapping, "milestones").flatMap((column) => (entry.filled.has(column) ? [] : (entry.cells.get(column) ?? [])));
  const before = own ? numberBefore(own.text) : null;
  const counted = `${commitment.number}.${commitment.milestones.length + 1}`;
  const number = before?.number ?? (entry.number && !entry.filled.has(entry.number.column) ? entry.number.text : null);
  const full = number === null ? counted : number.includes(".") || !/^\d+$/.test(number) ? number : `${commitment.number}.${number}`;
  const title = own ? { ...own, text: before?.rest ?? own.text } : entry.title;
  const cells = new Map([...entry.cells].filter(([column]) => !entry.filled.has(column) && [...lineFields, "outcome"].includes(mapping.columns[column]?.field ?? "ignored")));
  return { number: full, numbered: number !== null, title, row: entry.row, column: title?.column ?? 0, cells, milestones: [] };
}

/**
 * Where each milestone has a row and cells of its own, those beside the first milestone are its; where the table merges cells, all that
 * are not merged. Its lead is the commitment's as well.
 */
function giveFirst(draft: Draft, rows: readonly Entry[], mapping: Mapping): void {
  const [first] = draft.milestones;
  if (!first || draft.milestones.length !== 1) return;
  for (const [column, said] of draft.cells) {
    const field = mapping.columns[column]?.field ?? "ignored";
    if (!lineFields.includes(field) || !rows.some((row) => !row.filled.has(column) && (row.cells.has(column) || row.filled.size > 0))) continue;
    first.cells.set(column, said);
    if (field !== "lead") draft.cells.delete(column);
  }
}

const allOf = (drafts: readonly Draft[]): Draft[] => drafts.flatMap((draft) => [draft, ...allOf(draft.milestones)]);

/** Cells that list the same points as the milestones go to them, piece by piece. */
function distribute(draft: Draft, mapping: Mapping, style: ReturnType<typeof styleOf> | null): void {
  const points = allOf(draft.milestones);
  if (points.length === 0) return;
  for (const [column, said] of [...draft.cells]) {
    if (!lineFields.includes(mapping.columns[column]?.field ?? "ignored")) continue;
    const pieces = perPoint(said.text, points.map(({ number }) => number)) ?? (style === "plain" || style === "letter" ? inOrder(said.text, draft, style) : null);
    if (!pieces) continue;
    draft.cells.delete(column);
    for (const point of points) {
      const text = pieces.get(point.number);
      if (text) point.cells.set(column, { ...said, text });
    }
  }
}

/** "1) … 2) …" beside "1) … 2) …". */
function inOrder(text: string, draft: Draft, style: string): Map<string, string> | null {
  const list = listIn(text, null);
  if (!list || list.lead || styleOf(list) !== style || list.items.length > draft.milestones.length) return null;
  return new Map(list.items.map((item) => [`${draft.number}.${item.number}`, item.text]));
}
