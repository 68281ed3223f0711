import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { readMessages } from "#lib/platform/i18n/messages.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { RichTextView } from "./rich-text-view.tsx";

/** As it stands in the database, whoever wrote it there. */
const kept = (...content: object[]) => ({ type: "doc", content }) as LocalizedRichText["en"];
const paragraph = (text: string, ...marks: object[]) => ({ type: "paragraph", content: [{ type: "text", text, marks }] });

async function shown(value: LocalizedRichText, under: 1 | 2 | 3 | 4 = 2): Promise<string> {
  const messages = await readMessages("en");
  const html = renderToStaticMarkup(<NextIntlClientProvider locale="en" messages={messages} timeZone="Asia/Tbilisi"><RichTextView value={value} locale="en" under={under} /></NextIntlClientProvider>);
  return html.replace(/ class="[^"]*"/g, "");
}

describe("a rich text on a page", () => {
  it.each(["javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://a\"onmouseover=\"alert(1)", "//evil.example"])("has no link to %j, only its words", async (href) => {
    expect(await shown({ en: kept(paragraph("words", { type: "link", attrs: { href } })) })).toBe('<div><div><p>words</p></div></div>');
  });

  it("has no markup that was written as text, and no node that it does not know", async () => {
    const html = await shown({ en: kept(paragraph("<script>alert(1)</script><img src=x onerror=alert(1)>"), { type: "script", content: [{ type: "text", text: "alert(2)" }] }, { type: "html", html: "<b>" }) });
    expect(html).toBe("<div><div><p>&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</p></div></div>");
  });

  it("links to what is safe, in words that are bold and italic", async () => {
    expect(await shown({ en: kept(paragraph("a", { type: "bold" }, { type: "italic" }, { type: "link", attrs: { href: "https://mof.ge/?a=1&b=2" } })) }))
      .toContain('<a href="https://mof.ge/?a=1&amp;b=2" rel="noopener nofollow"><em><strong>a</strong></em></a>');
  });

  it("has its headings below the one it stands under", async () => {
    const text = { en: kept({ type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "A" }] }, { type: "heading", attrs: { level: 4 }, content: [{ type: "text", text: "B" }] }) };
    expect(await shown(text, 2)).toContain("<h3>A</h3><h4>B</h4>");
    expect(await shown(text, 4)).toContain("<h5>A</h5><h6>B</h6>");
  });

  it("has tables with header cells that say what they name, in a part that scrolls by itself", async () => {
    const cell = (type: string, text: string) => ({ type, content: [text ? paragraph(text) : { type: "paragraph" }] });
    const row = (...content: object[]) => ({ type: "tableRow", content });
    const html = await shown({ en: kept({ type: "table", content: [row(cell("tableHeader", ""), cell("tableHeader", "2019")), row(cell("tableHeader", "Meetings"), cell("tableCell", "3"))] }) });
    expect(html).toContain('role="group" aria-label="Table" tabindex="0"');
    expect(html).toContain('<thead><tr><td></td><th scope="col"><p>2019</p></th></tr></thead><tbody><tr><th scope="row"><p>Meetings</p></th><td><p>3</p></td></tr></tbody>');
  });

  it("has the language in which it is really written, and says so", async () => {
    const html = await shown({ ka: kept(paragraph("ტექსტი")), en: kept({ type: "paragraph" }) });
    expect(html).toContain('<div lang="ka"><p>ტექსტი</p></div>');
    expect(html).toContain("in Georgian only");
    expect(await shown({})).toContain("not stated");
  });
});
