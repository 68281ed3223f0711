import { Refused } from "./schema.ts";
import { wrongColour, type Look } from "./xlsx-file.ts";

/** A list inside styles.xml: `fonts`, `fills`, `cellXfs`. */
interface StyleList {
  open: string;
  items: string[];
  close: string;
}

const attributeOf = (xml: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1];

/** Sets an attribute of the first tag of some XML. */
export function withAttribute(xml: string, name: string, value: string | number): string {
  const there = new RegExp(`^(<[^>]*?\\s${name}=")[^"]*`);
  return there.test(xml) ? xml.replace(there, `$1${value}`) : xml.replace(/^<[\w:]+/, `$& ${name}="${value}"`);
}

/** The styles of somebody's workbook, to which ours are added without touching theirs. */
export class StyleSheet {
  private xml: string;
  private readonly prefix: string;
  private readonly fonts: StyleList;
  private readonly fills: StyleList;
  private readonly cells: StyleList;
  private readonly wrongFill: number;
  private readonly clones = new Map<string, number>();
  private readonly ourFills: ReadonlySet<string>;

  constructor(xml: string) {
    this.xml = xml;
    this.prefix = /<(\w+:)?styleSheet\b/.exec(xml)?.[1] ?? "";
    this.fonts = this.list("fonts", "font");
    this.fills = this.list("fills", "fill");
    this.cells = this.list("cellXfs", "xf");
    this.ourFills = new Set(this.fills.items.flatMap((fill, index) => (fill.includes(wrongColour) ? [String(index)] : [])));
    this.wrongFill = this.add(this.fills, `<fill><patternFill patternType="solid"><fgColor rgb="${wrongColour}"/><bgColor indexed="64"/></patternFill></fill>`);
  }

  private list(name: string, item: string): StyleList {
    const [p, found] = [this.prefix, new RegExp(`(<${this.prefix}${name}\\b[^>]*>)([\\s\\S]*?)(</${this.prefix}${name}>)`).exec(this.xml)];
    if (!found) throw new Refused("damaged");
    const items = (found[2] ?? "").match(new RegExp(`<${p}${item}\\b(?:[^>]*/>|[\\s\\S]*?</${p}${item}>)`, "g")) ?? [];
    return { open: found[1] ?? "", items, close: found[3] ?? "" };
  }

  private add({ items }: StyleList, item: string): number {
    return items.push(item.replace(/<(\/?)(?=\w)/g, `<$1${this.prefix}`)) - 1;
  }

  /** The same style as another, filled with the colour of problems (or, `false`, with none). */
  filled(style: number, wrong = true): number {
    const key = `${style} ${wrong}`;
    const there = this.clones.get(key);
    if (there !== undefined) return there;
    const base = this.cells.items[style] ?? this.cells.items[0] ?? `<${this.prefix}xf/>`;
    const made = this.cells.items.push(withAttribute(withAttribute(base, "fillId", wrong ? this.wrongFill : 0), "applyFill", 1)) - 1;
    this.clones.set(key, made);
    return made;
  }

  /** A style whose colour says "problem" because an earlier copy was marked up. */
  isMarked(style: number): boolean {
    return this.ourFills.has(attributeOf(this.cells.items[style] ?? "", "fillId") ?? "");
  }

  get hasMarks(): boolean {
    return this.ourFills.size > 0;
  }

  /** Adds the looks of the sheet of problems. */
  looks(): (look: Look) => number {
    const xf = (font: number) => this.add(this.cells, `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`);
    const font = (more: string, size: number, colour = "") => this.add(this.fonts, `<font>${more}<sz val="${size}"/>${colour}<name val="Calibri"/><family val="2"/></font>`);
    const [text, bold, title, link] = [xf(font("", 11)), xf(font("<b/>", 11)), xf(font("<b/>", 15)), xf(font("<u/>", 11, '<color rgb="FF0B5A5E"/>'))];
    return (look) => ({ heading: bold, required: bold, title, link })[look as "title"] ?? (look === "plain" ? 0 : text);
  }

  toString(): string {
    const lists = [["fonts", this.fonts], ["fills", this.fills], ["cellXfs", this.cells]] as const;
    return lists.reduce((xml, [name, { open, items, close }]) => {
      const there = new RegExp(`<${this.prefix}${name}\\b[^>]*>[\\s\\S]*?</${this.prefix}${name}>`);
      return xml.replace(there, () => withAttribute(open, "count", items.length) + items.join("") + close);
    }, this.xml);
  }
}
