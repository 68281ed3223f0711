import type { Locale } from "#lib/record/localized/schema.ts";
import type { JobKind } from "#lib/platform/jobs.ts";

/** What a file of a report can be; the names are those under which files are kept. */
export const reportFileFormats = ["pdf", "summary_pdf", "docx", "xlsx", "csv"] as const;
export type ReportFileFormat = (typeof reportFileFormats)[number];

/** Makes the files that should stand ready when somebody asks for them; a large report takes minutes on a small machine. */
export const filesJob: JobKind<{ reportVersionId: string }> = { name: "reports.files", retries: 3, pauseSeconds: 60, secondsAllowed: 900 };

/**
 * A report as a neutral document: what a snapshot says in the words of one language, in reading order. Every format is made
 * of it and of nothing else, so that all carry the same facts. Texts are plain text; no format may read them as markup.
 */

/** How a progress is drawn: ○ ◐ ● ‖ ✕, and a dotted circle where nothing was reported. */
export type SignShape = "empty" | "half" | "full" | "paused" | "crossed" | "none";

export interface TextRun {
  type: "text";
  text: string;
  /** Set where the text is in another language than the document. */
  lang?: Locale;
  bold?: true;
  italic?: true;
  /** Said beside the point, in a quieter colour. */
  soft?: true;
  /** A checksum or another text of machines, set in even widths. */
  code?: true;
  /** Where the text leads on the web: http, https or mailto. */
  href?: string;
  /** The `id` of the heading in this document to which the text leads. */
  to?: string;
}
export interface LineBreak {
  type: "break";
}
/** Progress: a drawn shape and its word. */
export interface ProgressSign {
  type: "progress";
  shape: SignShape;
  word: string;
}
/** Fulfilment: steps of the scale and its word. `filled` 0: the worst grade. */
export interface StepsSign {
  type: "steps";
  filled: number;
  of: number;
  word: string;
  lang?: Locale;
}
export type Inline = TextRun | LineBreak | ProgressSign | StepsSign;

export interface HeadingBlock {
  type: "heading";
  /** 1: a section of the report; no level is left out on the way down. At most 6. */
  level: number;
  /** Unique in the document; null for headings inside a text of the Secretariat's own, which no contents list names. */
  id: string | null;
  /** "5.2": hangs in the margin; null where there is none. */
  number: string | null;
  content: Inline[];
}
export interface ParagraphBlock {
  type: "paragraph";
  content: Inline[];
  /** `label` heads what follows it, `note` stands beside the point. */
  look?: "label" | "note";
}
export interface ListBlock {
  type: "list";
  ordered: boolean;
  items: Block[][];
}
export interface FactsBlock {
  type: "facts";
  facts: { label: string; value: Block[] }[];
}
export interface Column {
  /** Empty for a table of the Secretariat's own without a header row. */
  label: Inline[];
  align: "start" | "end";
  /** Its share of the width relative to the other columns. */
  width: number;
}
export interface Cell {
  content: Inline[];
  /** The number that the content says, for sheets. */
  value?: number;
}
/** The tables that sheets are named after; null: one of the Secretariat's own. */
export const tableNames = ["statuses", "attendance", "recommendations", "comments", "refused", "evidence", "crosswalk"] as const;
export type TableName = (typeof tableNames)[number];
export interface TableBlock {
  type: "table";
  name: TableName | null;
  caption: string | null;
  /** False: the columns have no labels, all rows are of the same kind. */
  hasHeader: boolean;
  columns: Column[];
  /** As many cells in every row as there are columns. */
  rows: Cell[][];
}
/** Counts by one axis with their total; the parts add up to it. */
export interface ChartBlock {
  type: "chart";
  axis: "progress" | "fulfilment";
  title: string;
  total: number;
  /** In words what the chart shows, for whoever does not see it. */
  description: string;
  /** `said`: "2 of 7 (29%)". */
  parts: { sign: ProgressSign | StepsSign | null; label: TextRun; count: number; said: string }[];
}
export type Block = HeadingBlock | ParagraphBlock | ListBlock | FactsBlock | TableBlock | ChartBlock;

export interface ReportDocument {
  locale: Locale;
  /** "Annual self-assessment report" */
  kind: string;
  title: TextRun;
  /** In the running header: what version this is. */
  version: string;
  /** Who publishes. */
  author: string;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  /** The permanent address of this version. */
  address: string;
  /** SHA-256 of the version's JSON. */
  sha256: string;
  /** What stands on the title page under kind and title. */
  cover: Block[];
  body: Block[];
  words: { contents: string; page: string };
}

/** What a file says that the snapshot does not: where it is found and what its checksum is. */
export interface ReportSource {
  /** SHA-256 of the version's JSON, 64 hexadecimal digits. */
  sha256: string;
  /** Where this site is reached, without a slash at the end. */
  site: string;
}
