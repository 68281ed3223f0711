import type { Localized } from "#lib/localized/schema.ts";

/** What a feed is about: everything, or one plan or organisation by the last part of its address. */
export type FeedScope = { plan?: string; organisation?: string };

/** Something new, as a feed tells of it. */
export interface FeedEntry {
  /** The same for ever. */
  id: string;
  at: Date;
  /** A sentence of messages, with its parts. */
  kind: "updates" | "assessments" | "reports" | "events" | "amendments";
  /** What it is about, by its name. */
  about: Localized | null;
  /** Its number, of a commitment or milestone. */
  number: string | null;
  by: Localized | null;
  summary: Localized | null;
  url: { ka: string; en: string };
}
