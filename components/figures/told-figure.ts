import { formatMoney, formatNumber, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { localize, type Localized } from "#lib/record/localized/schema.ts";
import type { Cell, Figure, Word, WordValue } from "#lib/figures/schema.ts";
import { csvLine } from "#lib/sheets/csv.ts";

/** A translator without a namespace: of a page, or {@link translatorFor} outside of one. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** A cell as people read it and as a program does; `lang` where the text is in another language than the page. */
export interface ToldCell {
  text: string;
  raw: string | number | null;
  lang?: string;
}

export interface ToldFigure {
  title: string;
  notes: string[];
  headings: string[];
  rows: { key: string; href?: string; cells: ToldCell[] }[];
}

/** A phrase in one language; what it is made of is told first. */
export function tellWord({ key, values }: Word, locale: string, say: Say): string {
  if (!values) return say(key);
  return say(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tellValue(value, locale, say)])));
}

function tellValue(value: WordValue, locale: string, say: Say): string | number {
  if (typeof value !== "object") return value;
  if ("key" in value && typeof value.key === "string") return tellWord(value as Word, locale, say);
  if ("date" in value && typeof value.date === "string") return formatPartialDate(value.date, locale);
  return tellText(value as Localized, locale)?.text ?? "";
}

function tellText(text: Localized | null, locale: string) {
  return localize(text, locale === "en" ? "en" : "ka");
}

function tellName({ name, before }: Extract<Cell, { is: "name" }>, locale: string, say: Say): ToldCell {
  const told = tellText(name, locale);
  if (!told) return { text: say("ui.notStated"), raw: null };
  const text = before ? `${tellWord(before, locale, say)}: ${told.text}` : told.text;
  return { text, raw: text, ...(told.lang === locale ? {} : { lang: told.lang }) };
}

/** A cell in one language. */
export function tellCell(cell: Cell, locale: string, say: Say): ToldCell {
  switch (cell.is) {
    case "count": return { text: formatNumber(cell.value, locale), raw: cell.value };
    case "money": return { text: formatMoney(cell.amount, cell.currency, locale), raw: Number(cell.amount) };
    case "date": return { text: formatPartialDate(cell.date, locale), raw: cell.date };
    case "code": return { text: cell.code, raw: cell.code };
    case "name": return tellName(cell, locale, say);
    case "word": return { text: tellWord(cell.word, locale, say), raw: tellWord(cell.word, locale, say) };
    case "none": return { text: say("ui.notStated"), raw: null };
    case "blank": return { text: "–", raw: null };
  }
}

/** The figure in the words of one language: the same for the table of a page and for the file. */
export function tellFigure(figure: Figure, locale: string, say: Say): ToldFigure {
  return {
    title: tellWord(figure.title, locale, say),
    notes: figure.notes.map((note) => tellWord(note, locale, say)),
    headings: figure.columns.map(({ label }) => ("key" in label && typeof label.key === "string" ? tellWord(label as Word, locale, say) : (tellText(label as Localized, locale)?.text ?? ""))),
    rows: figure.rows.map(({ key, href, cells }) => ({ key, ...(href ? { href } : {}), cells: cells.map((cell) => tellCell(cell, locale, say)) })),
  };
}

/** The columns that hold amounts: in a file the currency stands beside them. */
function moneyColumns(figure: Figure): Set<number> {
  return new Set(figure.columns.flatMap((_, index) => (figure.rows.some(({ cells }) => cells[index]?.is === "money") ? [index] : [])));
}

/** The same numbers as CSV (RFC 4180, UTF-8 that says so): numbers bare, dates as ISO 8601, a currency in a column of its own. */
export function figureCsv(figure: Figure, locale: string, say: Say): string {
  const told = tellFigure(figure, locale, say);
  const money = moneyColumns(figure);
  const line = <T>(items: readonly T[], currency: (index: number) => T) => items.flatMap((item, index) => (money.has(index) ? [item, currency(index)] : [item]));
  const head = line<string | number | null>(told.headings, () => say("figures.columns.currency"));
  const rows = told.rows.map(({ cells }, row) =>
    line<string | number | null>(cells.map(({ raw }) => raw), (index) => {
      const cell = figure.rows[row]?.cells[index];
      return cell?.is === "money" ? cell.currency : null;
    }),
  );
  return `\ufeff${[head, ...rows].map(csvLine).join("")}`;
}
