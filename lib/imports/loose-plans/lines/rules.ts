import type { Localized } from "#lib/record/localized/schema.ts";
import { fundingSources } from "#lib/record/lists/schema.ts";
import { codeOf, readNumber } from "#lib/imports/workbooks/values.ts";
import type { Said } from "../entries/rules.ts";
import { piecesOf } from "../names/rules.ts";
import type { ColumnField, Mapping } from "../schema.ts";
import { readSums, type StatedSum } from "../sums/rules.ts";
import { readTerm, type StatedTerm } from "../terms/rules.ts";

/** What a reading of cells needs to know and to tell. */
export interface Reader {
  mapping: Mapping;
  /** Keys of the organisations that a cell names, in its order. */
  keysIn: (text: string) => string[];
  /** Tells what was kept as text, or is otherwise worth a look. */
  note: (field: string, message: string, said: Said, values?: Record<string, string>) => void;
}

type Fields = Record<string, unknown>;
const stated = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));

/** The fields of a plan file that commitments and milestones share, from the cells that speak of one. */
export function linesOf(cells: ReadonlyMap<number, Said>, reader: Reader): Fields {
  if (cells.size === 0) return {};
  const of = (field: ColumnField): Said[] => [...cells].filter(([column]) => reader.mapping.columns[column]?.field === field).map(([, said]) => said);
  // What no field takes stands in the description, under the heading of its column.
  const kept: string[] = [];
  const keep = (said: Said) => {
    const heading = reader.mapping.columns[said.column]?.heading.replace(/[:\s]+$/, "");
    kept.push(heading ? `${heading}: ${said.text}` : said.text);
  };
  const within: Within = { ...reader, of, keep };
  const term = termOf(within);
  const lines = { ...term, ...agenciesOf(within), indicators: indicatorsOf(within), verificationSources: of("verification").flatMap(({ text }) => piecesOf(text)).map((text) => ({ text: textOf(within, text) })), budget: budgetOf(within) };
  // Words that came from another column than that of descriptions: what stands before a list of milestones.
  const words = [...cells].filter(([column]) => ["description", "milestones", "title", "number", "ignored"].includes(reader.mapping.columns[column]?.field ?? "ignored")).map(([, { text }]) => text);
  const description = [...words, ...kept].join("\n\n");
  return stated({ ...lines, description: description ? textOf(within, description) : undefined });
}

interface Within extends Reader {
  of: (field: ColumnField) => Said[];
  keep: (said: Said) => void;
}

const textOf = ({ mapping }: Reader, text: string): Localized => ({ [mapping.facts.language]: text });

function termOf(reader: Within): Fields {
  const read = (field: "term" | "starts" | "ends"): StatedTerm | null => {
    const [said] = reader.of(field);
    if (!said || !/[\p{L}\p{N}]/u.test(said.text)) return null;
    const term = readTerm(said.text);
    if (!term || term.rest) {
      reader.keep(said);
      reader.note(field === "starts" ? "startsOn" : "endsOn", term ? "termAndWords" : "termNotRead", said);
    }
    return term;
  };
  const [term, starts, ends] = [read("term"), read("starts"), read("ends")];
  const [startsOn, endsOn] = [starts?.startsOn ?? starts?.endsOn ?? term?.startsOn, ends?.endsOn ?? ends?.startsOn ?? term?.endsOn];
  return { startsOn, endsOn };
}

function agenciesOf(reader: Within): Fields {
  const keys = (field: ColumnField) => reader.of(field).flatMap(({ text }) => reader.keysIn(text));
  const [lead, ...others] = keys("lead");
  const coResponsible = [...new Set([...others, ...keys("co_responsible")])].filter((key) => key !== lead);
  const partners = [...new Set(keys("partners"))].filter((key) => key !== lead && !coResponsible.includes(key));
  return { lead, coResponsible, partners };
}

function indicatorsOf(reader: Within): Fields[] {
  const pieces = (field: ColumnField) => reader.of(field).flatMap((said) => piecesOf(said.text).map((text) => ({ ...said, text })));
  const [texts, codes, baselines, targets] = [pieces("indicator"), pieces("indicator_code"), pieces("baseline"), pieces("target")];
  const number = (list: readonly Said[], index: number, field: string): { value?: number; unit?: Localized } => {
    const said = list[index];
    const match = said && /^([-−]?[\d\s.,\u00a0]*\d)\s*(\D*)$/.exec(said.text);
    const value = match ? readNumber(match[1] ?? "") : null;
    if (said && value === null) {
      reader.keep(said);
      reader.note(`indicators[${index}].${field}`, "numberNotRead", said);
    }
    return value === null ? {} : { value, ...(match?.[2] ? { unit: textOf(reader, match[2].trim()) } : {}) };
  };
  // Numbers that do not stand one by one beside indicators are words.
  const paired = (list: readonly Said[]) => (list.length === texts.length ? list : (list.forEach(reader.keep), []));
  const [lows, highs] = [paired(baselines), paired(targets)];
  if (texts.length === 0) codes.forEach(reader.keep);
  return texts.map(({ text }, index) => {
    const code = codes.length === texts.length ? codes[index] : codes.length === 1 ? codes[0] : undefined;
    const [low, high] = [number(lows, index, "baseline"), number(highs, index, "target")];
    return stated({ code: code?.text, text: textOf(reader, text), baseline: low.value, target: high.value, unit: high.unit ?? low.unit });
  });
}

/** A mark that says "from here" in a column of a funding source. */
const tick = /^[+xх✓✔v*√•]$/i;

function budgetOf(reader: Within): Fields[] {
  const { currency } = reader.mapping.facts;
  const readAll = (field: ColumnField) => reader.of(field).flatMap((said) => {
    const column = reader.mapping.columns[said.column];
    if (field === "sum" && tick.test(said.text)) return [];
    const { lines, unread } = readSums(said.text, { currency, unit: column?.unit ?? 1 });
    for (const text of unread) reader.note("budget", "sumNotRead", { ...said, text });
    return lines.map((line): Line => ({ ...line, ...(field === "sum" && column?.source ? { fundingSource: column.source } : {}) }));
  });
  const ticked = reader.of("sum").filter(({ text }) => tick.test(text)).flatMap(({ column }) => reader.mapping.columns[column]?.source ?? []);
  const lines = withoutTotal(withCodes(readAll("budget"), reader), readAll("sum"));
  const source = ticked.length === 1 ? ticked[0] : sourceNamed(reader);
  return lines.map(({ stated: words, ...line }) => stated({ fundingSource: source, ...line, statedText: words ? textOf(reader, words) : undefined }));
}

interface Line extends StatedSum {
  fundingSource?: string;
}

/** Codes of their own column: one for all lines, or one for each. */
function withCodes(lines: Line[], reader: Within): Line[] {
  const codes = reader.of("programme_code").flatMap(({ text }) => text.split(/[;,\n]/)).map((code) => code.replace(/^\D+(?=\d)/, "").trim()).filter(Boolean);
  if (codes.length === 0) return lines;
  const free = lines.filter(({ noAdditionalCost, programmeCode }) => !noAdditionalCost && !programmeCode);
  const fits = codes.length === 1 || codes.length === free.length;
  if (!fits || free.length === 0) return [...lines, ...codes.map((programmeCode): Line => ({ programmeCode }))];
  return lines.map((line) => (free.includes(line) ? { ...line, programmeCode: codes.length === 1 ? codes[0] : codes[free.indexOf(line)] } : line) as Line);
}

/** A total beside the sums that make it up is no sum of its own; its programme code is theirs. */
function withoutTotal(totals: Line[], sums: Line[]): Line[] {
  const [total] = totals;
  const parts = sums.filter(({ amount }) => amount !== undefined);
  const sum = parts.reduce((all, { amount = 0 }) => all + amount, 0);
  if (totals.length !== 1 || total?.amount === undefined || parts.length === 0 || Math.abs(sum - total.amount) > 0.005) return [...totals, ...sums];
  return sums.map((line) => ({ ...(total.programmeCode ? { programmeCode: total.programmeCode } : {}), ...line, ...(total.stated && !line.stated ? { stated: total.stated } : {}) }));
}

/** The one funding source that a cell names; what it says otherwise is kept. */
function sourceNamed(reader: Within): string | undefined {
  const [said] = reader.of("funding_source");
  if (!said) return undefined;
  const code = codeOf([...fundingSources], said.text);
  if (!code) {
    reader.keep(said);
    reader.note("budget", "sourceNotRead", said);
  }
  return code ?? undefined;
}
