import { readFileSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { desktop, expectAccessible, locales, openBrowser } from "./fixtures.ts";

const path = "/plans/georgia-2018-2019/commitments/zugdidi-5";
const words = {
  ka: { embed: "სხვა საიტზე ჩვენება", frame: "ბარათის კოდი", poster: "პლაკატი QR კოდით", pdf: "პლაკატი PDF ფაილად", preview: "ბარათის ნახვა", suspended: "შეჩერებულია" },
  en: { embed: "Show it on another site", frame: "Code of the card", poster: "A poster with a QR code", pdf: "The poster as a PDF", preview: "See the card", suspended: "Suspended" },
} as const;

it.each(locales)("a journalist takes a commitment away, in %s: its card, its poster, its picture and the data", async (locale) => {
  const page = await openBrowser({ viewport: desktop, acceptDownloads: true, javaScriptEnabled: locale === "en" });
  const say = words[locale];
  const site = inject("site");

  // The code of a card can be copied without any program, and the card says what the page says on both axes.
  await page.goto(`/${locale}${path}`);
  await page.getByText(say.embed, { exact: true }).click();
  const code = await page.getByLabel(say.frame).inputValue();
  expect(code).toContain(`/${locale}/embed${path}`);
  expect(code).not.toContain("<script");
  const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
  await page.getByRole("link", { name: say.preview }).click();
  expect(await page.getByText(say.suspended).count()).toBe(1);
  for (const width of [200, 480, 800]) {
    await page.setViewportSize({ width, height: 600 });
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth").catch(() => 0)).toBe(0);
  }
  await page.setViewportSize(desktop);

  // The picture that goes with a shared link.
  const drawn = await page.request.get(new URL(picture ?? "", site).pathname);
  expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/png"]);
  expect((await drawn.body()).readUInt32BE(16)).toBe(1_200);

  // The poster: as a page, as a file, and its short address, which leads back.
  await page.goto(`/${locale}${path}`);
  await page.getByRole("link", { name: say.poster }).click();
  await page.waitForURL(`**${path}/poster`);
  const address = /[^/\s]+(\/c\/[2-9a-z]{8})/.exec((await page.locator("article").innerText()) ?? "")?.[1] ?? "";
  if (locale === "en") await expectAccessible(page);
  const pdf = await page.request.get((await page.getByRole("link", { name: say.pdf }).getAttribute("href")) ?? "");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.goto(`${address}/${locale}`);
  expect(new URL(page.url()).pathname).toBe(`/${locale}${path}`);

  // The complete file, and the interface for programs.
  await page.goto(`/${locale}/data`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator('a[href="/api/v1/dumps/commitments.csv"]').click()]);
  expect(readFileSync(await download.path(), "utf8")).toContain("Commitment Unique Identifier");
  await page.goto(`/${locale}/api`);
  const asked = await page.request.get("/api/v1/commitments?progress=suspended&fulfilment=not_implemented");
  expect(((await asked.json()) as { data: { slug: string }[] }).data.map(({ slug }) => slug)).toEqual(["zugdidi-5"]);
});
