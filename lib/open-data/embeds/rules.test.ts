import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { Card } from "#lib/plans/cards/schema.ts";
import { cardHtml, cardPolicy, oEmbedOf, pageOfAddress } from "./rules.ts";

const hostile = "<script>alert(1)</script>\"'&";
const said = { text: hostile, lang: "en" };
const card: Card = {
  title: said, eyebrow: hostile, number: hostile, facts: [{ name: hostile, value: hostile }], url: "https://example.org/?a=1&b=2", site: hostile,
  axes: [{ name: hostile, sign: { shape: "half" }, word: said, by: hostile }, { name: hostile, sign: { filled: 2, of: 4 }, word: said, by: "" }, { name: "", sign: null, word: said, by: "" }],
};
const addresses = { card: "https://example.org/en/embed/plans/a", home: "https://example.org/en", picture: "https://example.org/en/picture/plans/a.png" };

describe("a card on another site", () => {
  it("is a page without a program, which other sites may frame", () => {
    const html = cardHtml(card, "en", hostile);
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html).not.toMatch(/<script|<\/title><script/);
    expect(cardPolicy).toContain("frame-ancestors *");
    expect(cardPolicy).not.toMatch(/script-src|unsafe/);
  });

  it("is told to whom asks for oEmbed, no larger than is asked", () => {
    expect(pageOfAddress("https://example.org/en/plans/a", "https://example.org")).toEqual({ locale: "en", path: "/plans/a" });
    expect(["https://evil.org/en/plans/a", "javascript:alert(1)", "https://example.org/fr/plans/a", "x", ""].map((address) => pageOfAddress(address, "https://example.org"))).toEqual([null, null, null, null, null]);
    const small = oEmbedOf(card, addresses, { width: 300, height: 9_999 });
    expect(small).toMatchObject({ version: "1.0", type: "rich", width: 300, height: 420, html: expect.not.stringContaining("<script") });
    expect(small).not.toHaveProperty("thumbnail_url");
    expect(oEmbedOf(card, addresses, { width: 9_999, height: 9_999 })).toMatchObject({ thumbnail_url: addresses.picture, thumbnail_width: 1_200, thumbnail_height: 630 });
  });
});
