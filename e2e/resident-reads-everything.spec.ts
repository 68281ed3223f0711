import type { Page, Request } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { accessibilityFindings, desktop, locales, openBrowser, phone, type Locale } from "#e2e/fixtures.ts";
import { publicTemplates, type Template } from "#e2e/page-templates.ts";

/** In bytes, as they travel: the most that a page may load. */
const budget = { scripts: 120 * 1024, everything: 300 * 1024 };

/** What the page brought along: who was asked for it, and how much came. */
async function weigh(requests: readonly Request[]): Promise<{ hosts: string[]; scripts: number; everything: number }> {
  const sizes = await Promise.all(requests.map(async (request) => ({ kind: request.resourceType(), size: (await request.sizes()).responseBodySize })));
  const sum = (of: typeof sizes) => of.reduce((all, { size }) => all + size, 0);
  const hosts = requests.map((request) => new URL(request.url()).origin).filter((origin) => origin !== inject("site"));
  return { hosts, scripts: sum(sizes.filter(({ kind }) => kind === "script")), everything: sum(sizes) };
}

/** What the head of a page says of it. */
function readHead() {
  const attribute = (selector: string, name: string) => document.head.querySelector(selector)?.getAttribute(name) ?? null;
  const alternates = [...document.head.querySelectorAll("link[rel=alternate][hreflang]")].map((link) => link.getAttribute("hreflang"));
  return {
    lang: document.documentElement.lang, title: document.head.querySelector("title")?.textContent ?? "", headings: document.querySelectorAll("h1").length,
    description: attribute("meta[name=description]", "content"), canonical: attribute("link[rel=canonical]", "href"), robots: attribute("meta[name=robots]", "content"),
    alternates: alternates.sort(), stored: localStorage.length + sessionStorage.length,
  };
}

/** By how much the page is wider than the screen, words that do not fit where they stand, and controls too small for a finger (44 px; links in running text may be as high as it). */
function findMisfits() {
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent || element.getAttribute("name") || "").trim().slice(0, 40)}`;
  const clipped = [...document.querySelectorAll("body *")].filter((element) => seen(element) && /hidden|clip/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1);
  const room = (element: Element) => Math.max(...[element, ...((element as HTMLInputElement).labels ?? [])].map((part) => part.getBoundingClientRect().height));
  const small = [...document.querySelectorAll("button, select, textarea, summary, input:not([type=hidden]), nav[aria-label] li > a, header nav a")].filter((element) => seen(element) && !element.closest("[aria-hidden=true]") && room(element) < 43.5);
  const { scrollWidth, clientWidth } = document.documentElement;
  return { wider: Math.max(0, scrollWidth - clientWidth), clipped: clipped.map(name), small: small.map(name) };
}

async function readOn(page: Page, size: typeof phone, colorScheme: "light" | "dark", where: string): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  const { small, ...misfits } = await page.evaluate(findMisfits);
  // Nothing but colours changes in the dark.
  const findings = await accessibilityFindings(page, colorScheme === "dark" ? ["color-contrast"] : undefined);
  const found = { findings, ...misfits, small: size === phone ? small : [] };
  expect.soft(found, `${where}, ${size.width} px, ${colorScheme}`).toEqual({ findings: [], wider: 0, clipped: [], small: [] });
}

function expectHead(head: ReturnType<typeof readHead>, { address, personal }: Template, locale: Locale): void {
  // What is looked for or filtered belongs to the address only where it is another page.
  const own = [address, address.replace(/\?.*$/, "")].map((path) => `${inject("site")}/${locale}${path}`);
  const indexed = { canonical: expect.toBeOneOf(own), alternates: ["en", "ka", "x-default"], robots: null };
  expect.soft(head, address).toMatchObject({ lang: locale, headings: 1, stored: 0, description: expect.stringMatching(/\S/), ...(personal ? { robots: expect.stringContaining("noindex") } : indexed) });
}

const named = publicTemplates.map((template) => ({ ...template, page: template.route || "the first page" }));

describe.each(locales)("a resident reads every page (%s)", (locale) => {
  const titles: string[] = [];

  test.each(named)("$page can be read by everybody, tells nobody else, leaves nothing behind and weighs little", async (template) => {
    const page = await openBrowser({ viewport: phone });
    const requests: Request[] = [];
    page.on("requestfinished", (request) => requests.push(request));
    page.on("requestfailed", (request) => expect.fail(`${request.url()} ${request.failure()?.errorText}`));
    const where = `/${locale}${template.address}`;
    expect.soft((await page.goto(where))?.status(), where).toBe(template.status ?? 200);
    const { hosts, scripts, everything } = await weigh(requests);
    expect.soft(hosts, where).toEqual([]);
    expect.soft(scripts, `${where}: scripts`).toBeLessThan(budget.scripts);
    expect.soft(everything, `${where}: everything`).toBeLessThan(budget.everything);
    const head = await page.evaluate(readHead);
    expectHead(head, template, locale);
    if (!template.personal) titles.push(head.title);
    await readOn(page, phone, "light", where);
    // Each language on the phone; the desk and the dark change no words.
    await (locale === "en" ? readOn(page, desktop, "light", where) : readOn(page, desktop, "dark", where));
    expect.soft(await page.context().cookies()).toEqual([]);
  });

  test("no two pages bear the same title", () => {
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test("without scripts every page says the same", async () => {
    const [page, plain] = [await openBrowser(), await openBrowser({ javaScriptEnabled: false })];
    for (const { address } of publicTemplates) {
      await Promise.all([page.goto(`/${locale}${address}`), plain.goto(`/${locale}${address}`)]);
      const words = await plain.locator("main").innerText();
      expect.soft(words.length, address).toBeGreaterThan(40);
      expect.soft(words, address).toBe(await page.locator("main").innerText());
    }
  });
});
