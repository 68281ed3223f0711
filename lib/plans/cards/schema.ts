/** A text as it is said, in the language that it is in. */
export interface Said {
  text: string;
  lang: string;
}

export type ProgressShape = "empty" | "half" | "full" | "paused" | "crossed" | "none";

/** What one axis says: a shape for what an agency reports, steps for what an assessor judges; null: nothing was said, or of several. */
export interface Axis {
  name: string;
  sign: { shape: ProgressShape } | { filled: number; of: number } | null;
  word: Said;
  /** Who says so, of which period and when; "" where the word says it all. */
  by: string;
}

/** A public page told in a few words: for a card on another site, and for a picture that goes with a link. All in one language, or in the one that there is. */
export interface Card {
  /** What it is and of what: "Commitment · Action plan 2024–2025". */
  eyebrow: string;
  /** Of a commitment. */
  number: string | null;
  title: Said;
  axes: Axis[];
  facts: { name: string; value: string }[];
  /** The page that it is of. */
  url: string;
  site: string;
}

/** What a card can be of, by the path of its page without language. */
export type CardSubject = { kind: "plan"; plan: string } | { kind: "commitment"; plan: string; commitment: string } | { kind: "report"; report: string };
