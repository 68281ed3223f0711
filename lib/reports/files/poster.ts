import type { Card } from "#lib/plans/cards/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { qrCode } from "#lib/platform/qr-code.ts";
import { dateParts, printableIn, shortened } from "./typesetting.ts";
import { layOut } from "./typst.ts";

/** A sheet for a notice board. Nothing on it changes with the months: where the commitment stands is told at its address. */
export interface Poster extends Pick<Card, "eyebrow" | "number" | "title" | "facts" | "site"> {
  locale: Locale;
  /** What is promised, in plain words, a paragraph each; empty where nobody wrote any. */
  summary: Card["title"][];
  /** Why one should look. */
  call: string;
  /** Where the QR code leads, and the address that a person types. */
  target: string;
  address: string;
  /** What the QR code is, for who hears the sheet. */
  code: string;
}

/** What fits on the sheet beside all else, in characters. */
const mostOfTitle = 400;
const mostOfSummary = 1_300;

/** The first paragraphs, as far as there is room. */
function fitting(summary: Poster["summary"]): Poster["summary"] {
  let room = mostOfSummary;
  return summary.slice(0, 3).flatMap((paragraph) => {
    const text = shortened(paragraph.text, Math.max(room, 1));
    const kept = room > 0 ? [{ ...paragraph, text }] : [];
    room -= text.length + 100;
    return kept;
  });
}

/** A poster as a page of A4 (PDF/UA-1). The same poster makes the same bytes. */
export function makePoster(poster: Poster): Uint8Array {
  const { size, path } = qrCode(poster.target);
  const run = ({ text, lang }: Card["title"], most: number) => ({ type: "text" as const, text: shortened(text.replace(/\s+/g, " ").trim(), most), lang });
  const longest = poster.title.text.split(/\s+/).reduce((most, word) => (word.length > most.length ? word : most), "").slice(0, 28);
  const document = printableIn({
    ...poster, author: poster.site, date: dateParts("2000-01-01T00:00:00"), longest,
    title: run(poster.title, mostOfTitle), summary: fitting(poster.summary).map((paragraph) => run(paragraph, mostOfSummary)), facts: poster.facts.map(({ name, value }) => ({ name, value: shortened(value, 160) })),
  });
  const qr = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#000" d="${path}"/></svg>`;
  return layOut("poster.typ", { ...document, qr }).pdf();
}
