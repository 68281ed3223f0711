import { parse } from "parse5";
import { beforeAll, describe, expect, it } from "vitest";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { findCard } from "./queries.ts";
import { cardHtml, cardPolicy, cardSubjectOf, oEmbedOf, pageOfAddress } from "./rules.ts";

const now = new Date("2026-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

describe("a card", () => {
  it("is of what is public, in the reader's language", async () => {
    expect(await findCard("/plans/georgia-2018-2019", "en", now)).toMatchObject({ eyebrow: "Action plan", facts: [{ name: "Status", value: "Adopted" }, { name: "Term", value: "2018 – 2019" }, { name: "Secretariat" }] });
    const report = await findCard("/reports/georgia-2018-2019-2019-annual", "ka", now);
    expect(report?.url).toBe("http://localhost:3000/ka/reports/georgia-2018-2019-2019-annual");
    expect(await findCard(`/plans/${mixed.subject.plan.slug}/commitments/idea`, "ka", now)).toMatchObject({ title: { text: "შენი იდეა", lang: "ka" } });
  });

  it.each(["/plans/none", "/process/x", "/plans/../x", "/organisations/x", ""])("is none of %j", async (path) => expect(await findCard(path, "ka", now)).toBeNull());
  it("is none of a draft", async () => expect(await findCard(`/plans/${mixed.draft}`, "ka", now)).toBeNull());

  it("is a page without a program, which other sites may frame", () => {
    const hostile = "<script>alert(1)</script>\"'&";
    const html = cardHtml({ title: { text: hostile, lang: "en" }, eyebrow: hostile, facts: [{ name: hostile, value: hostile }], url: "https://example.org/?a=1&b=2", link: hostile, site: hostile }, "en");
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
    const card = { title: { text: '"><script>', lang: "en" }, eyebrow: "", facts: [], url: "", link: "", site: "s" };
    expect(oEmbedOf(card, "https://example.org/en/embed/plans/a", "https://example.org/en", { width: 300, height: 9_999 })).toMatchObject({ version: "1.0", type: "rich", width: 300, height: 300, html: expect.not.stringContaining('"><script') });
    expect(cardSubjectOf("/plans/a/commitments/b")).toEqual({ kind: "commitment", plan: "a", commitment: "b" });
  });
});
