import sharp from "sharp";
import type { Card } from "#lib/plans/cards/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { dateParts, printableIn, shortened } from "./typesetting.ts";
import { layOut } from "./typst.ts";

/** A picture that goes with a link: what is drawn on it, and nothing else. */
export interface Picture extends Pick<Card, "eyebrow" | "number" | "title" | "axes" | "facts" | "site"> {
  locale: Locale;
  /** As of when, in words. */
  day: string;
}

/** What fits on the picture at its smallest sizes; almost nothing is ever longer. */
const longest = { eyebrow: 90, title: 330, word: 150, by: 130, value: 70 } as const;

/** A picture in PNG, 1200 by 630. The same picture makes the same bytes. */
export async function makePicture(picture: Picture): Promise<Uint8Array> {
  const { locale, site, day, number } = picture;
  const text = (value: string, most: number) => shortened(value.replace(/\s+/g, " ").trim(), most);
  const run = ({ text: value, lang }: Card["title"], most: number) => ({ type: "text" as const, text: text(value, most), lang });
  const { svg } = layOut("picture.typ", printableIn({
    locale, site, day, number, author: site, date: dateParts("2000-01-01T00:00:00"),
    longest: picture.title.text.split(/\s+/).reduce((most, word) => (word.length > most.length ? word : most), "").slice(0, 28),
    eyebrow: text(picture.eyebrow, longest.eyebrow), title: run(picture.title, longest.title),
    axes: picture.axes.slice(0, 2).map((axis) => ({ ...axis, word: run(axis.word, longest.word), by: text(axis.by, longest.by) })),
    facts: picture.facts.slice(0, 3).map(({ name, value }) => ({ name, value: text(value, longest.value) })),
  }));
  return sharp(Buffer.from(svg())).png({ palette: true, colours: 128, dither: 0 }).toBuffer();
}
