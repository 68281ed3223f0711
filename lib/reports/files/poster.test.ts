import { describe, expect, it } from "vitest";
import { makePoster, type Poster } from "./poster.ts";

const word = "ანგარიშვალდებულებისათვის";
const poster: Poster = {
  locale: "ka", eyebrow: "ვალდებულება · სამოქმედო გეგმა", number: "5", title: { text: "ზუგდიდის მერს იდეა", lang: "ka" }, summary: [{ text: "მერია იდეას განიხილავს.", lang: "ka" }], site: "ღია ვალდებულებები",
  facts: [{ name: "ვინ არის პასუხისმგებელი", value: "ზუგდიდის მერია" }, { name: "რა ვადაში", value: "ოქტომბერი 2018" }], call: "ნახეთ", code: "QR კოდი", target: "https://example.ge/c/k7m2p9qd/ka", address: "example.ge/c/k7m2p9qd",
};
const pagesOf = (pdf: Uint8Array) => Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/s.exec(Buffer.from(pdf).toString("latin1"))?.[1] ?? /\/Count (\d+)/.exec(Buffer.from(pdf).toString("latin1"))?.[1]);

describe("a poster", () => {
  it.each([["short", "იდეა", 1], ["long", `${word} `.repeat(18), 4], ["longer than all of it", `${word} `.repeat(80), 9], ["one word without an end", "ა".repeat(400), 0], ["markup", "#set page(width: 1pt) *a* $x$", 1]])("is one page that is tagged when its title is %s", (_, text, paragraphs) => {
    const pdf = makePoster({ ...poster, title: { text, lang: "ka" }, summary: Array.from({ length: paragraphs }, () => ({ text: `${word} `.repeat(40), lang: "ka" })) });
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pagesOf(pdf)).toBe(1);
  });

  it("is the same for the same words", () => expect(Buffer.from(makePoster(poster)).equals(Buffer.from(makePoster(poster)))).toBe(true));
});
