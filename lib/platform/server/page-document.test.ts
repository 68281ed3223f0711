import { describe, expect, test } from "vitest";
import { asDocument, isBroken } from "./page-document.ts";

describe("a page as a document", () => {
  const words = "<main><h1>ვალდებულება</h1><p>a &lt;script&gt; is named</p></main>";
  const facts = '<script type="application/ld+json">{"@type":"Report"}</script>';
  const own = '<script src="/suggestions.js" async=""></script>';
  const page = [
    '<head><link rel="stylesheet" href="/_next/static/a.css"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/>',
    '<script src="/_next/static/a.js" async=""></script></head>',
    `<script>self.__next_f.push([1,"<p>\\u003c/script>"])</script>${words}${facts}${own}`,
    '<script id="_R_">go()</script><script src="https://evil.example/a.js"></script>',
  ].join("");

  test("keeps every word, the facts for search engines and our own script", () => {
    for (const part of [words, facts, own, 'href="/_next/static/a.css"']) expect(asDocument(page)).toContain(part);
  });

  test("has no other script, and none to come", () => {
    const scripts = asDocument(page).match(/<script\b[^>]*>/g);
    expect(scripts).toEqual(['<script type="application/ld+json">', '<script src="/suggestions.js" async="">']);
    expect(asDocument(page)).not.toContain("preload");
  });

  test.each([
    ["<main>whole</main>", false],
    ["<main><!--$-->whole<!--/$--></main>", false],
    ['<main><!--$!--><template data-dgst="1"></template><!--/$--></main>', true],
    ['<main><!--$?--><template id="B:0"></template><!--/$--></main><div hidden id="S:0">late</div>', true],
  ])("%s lacks a part: %s", (html, broken) => expect(isBroken(html)).toBe(broken));
});
