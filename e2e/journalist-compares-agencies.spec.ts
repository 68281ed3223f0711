import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { desktop, expectAccessible, expectNoSidewaysScroll, locales, openBrowser, phone, picture, visit, type Locale } from "#e2e/fixtures.ts";
import { askRecord } from "#e2e/record.ts";
import { words } from "#e2e/words.ts";

interface Counted {
  slug: string;
  figures: number[];
}

/** What each agency leads, counted without anything of the product: all, completed, past the deadline, not reported, and fully implemented as the Secretariat judged. */
async function countByHand(plan: string | null): Promise<Counted[]> {
  const rows = await askRecord<Record<string, number> & { slug: string }>(`
    SELECT agency."slug", count(*)::int AS all, count(*) FILTER (WHERE said."progress" = 'completed')::int AS completed,
      count(*) FILTER (WHERE coalesce(said."progress", '-') NOT IN ('completed', 'withdrawn') AND ends.day < (now() AT TIME ZONE 'Asia/Tbilisi')::date)::int AS overdue,
      count(*) FILTER (WHERE said."progress" IS NULL)::int AS unreported, count(*) FILTER (WHERE judged."code" = 'not_implemented')::int AS unfulfilled
    FROM "Milestone" m JOIN "Commitment" c ON c."id" = m."commitmentId" JOIN "Plan" p ON p."id" = c."planId" JOIN "Organisation" agency ON agency."id" = m."leadOrganisationId"
    LEFT JOIN LATERAL (SELECT u."progress" FROM "ProgressUpdate" u JOIN "ReportingPeriod" r ON r."id" = u."periodId" WHERE u."milestoneId" = m."id" AND u."status" = 'accepted' ORDER BY r."endsOn" DESC, u."acceptedAt" DESC LIMIT 1) said ON true
    LEFT JOIN LATERAL (SELECT g."code" FROM "Assessment" a JOIN "ReportingPeriod" r ON r."id" = a."periodId" LEFT JOIN "FulfilmentGrade" g ON g."id" = a."gradeId"
      WHERE a."milestoneId" = m."id" AND a."status" = 'published' AND a."voice" = 'secretariat' ORDER BY r."endsOn" DESC, a."publishedAt" DESC LIMIT 1) judged ON true
    CROSS JOIN LATERAL (SELECT coalesce(m."endsOn", c."endsOn") AS due) term
    CROSS JOIN LATERAL (SELECT CASE length(due) WHEN 4 THEN (due || '-12-31')::date WHEN 7 THEN ((due || '-01')::date + interval '1 month')::date - 1 ELSE due::date END AS day) ends
    WHERE p."status" IN ('adopted', 'closed') AND m."removedAt" IS NULL AND c."removedAt" IS NULL AND ($1::text IS NULL OR p."slug" = $1)
    GROUP BY agency."slug" ORDER BY agency."slug"`, [plan]);
  return rows.map(({ slug, ...figures }) => ({ slug, figures: Object.values(figures) }));
}

/** The figures of a table by its headings, of every row by the last part of the address that its name leads to. */
async function readTable(page: Page, section: string, headings: readonly string[]): Promise<Counted[]> {
  const table = page.locator(`section[aria-labelledby=${section}] table`);
  const found = (await table.locator("thead th").allInnerTexts()).map((text) => text.replace(/\s*[▲▼]\s*$/, "").trim());
  const rows = await table.locator("tbody tr").all();
  return Promise.all(rows.map(async (row) => {
    const [address, cells] = [await row.locator("th a").getAttribute("href"), await row.locator("th, td").allInnerTexts()];
    return { slug: address?.split("/").at(-1) ?? "", figures: headings.map((heading) => Number(cells[found.indexOf(heading)])) };
  }));
}

const sorted = (rows: Counted[]) => [...rows].sort((a, b) => (a.slug < b.slug ? -1 : 1));

/** The headings that {@link countByHand} counts, the last one in the table of fulfilment. */
const headingsOf = (t: (key: string) => string) => ({
  progress: [t("comparisons.columns.total"), t("status.progress.completed"), t("comparisons.columns.overdue"), t("status.progress.not_reported")],
  fulfilment: { ka: "არ შესრულდა", en: "Not implemented" },
});

async function expectCountedByHand(page: Page, locale: Locale, plan: string | null): Promise<void> {
  const { progress, fulfilment } = headingsOf(words(locale));
  const [shown, judged] = [await readTable(page, "progress", progress), await readTable(page, "fulfilment", [fulfilment[locale]])];
  const whole = shown.map(({ slug, figures }) => ({ slug, figures: [...figures, ...(judged.find((one) => one.slug === slug)?.figures ?? [])] }));
  expect(sorted(whole)).toEqual(await countByHand(plan));
}

describe.each(locales)("a journalist who compares agencies (%s)", (locale) => {
  const t = words(locale);

  it.each([["at a desk", true, desktop], ["on a phone, without scripts", false, phone]] as const)("finds who is late, in figures that can be counted again (%s)", async (_, javaScriptEnabled, viewport) => {
    const page = await openBrowser({ javaScriptEnabled, viewport });
    const arrived = async () => {
      // What checks a page is itself a script.
      if (javaScriptEnabled) await expectAccessible(page);
      if (javaScriptEnabled) await expectNoSidewaysScroll(page);
    };
    await page.goto(`/${locale}`);
    await page.getByRole("banner").getByRole("link", { name: t("layout.nav.compare"), exact: true }).click();
    await page.getByRole("heading", { level: 1, name: t("comparisons.title.agencies") }).waitFor();
    await arrived();
    await expectCountedByHand(page, locale, null);

    const overdue = t("comparisons.columns.overdue");
    await page.locator("section[aria-labelledby=progress]").getByRole("link", { name: overdue, exact: true }).click();
    await page.waitForURL("**sort=-overdue**");
    await page.locator("th[aria-sort=descending]").first().waitFor();
    const late = (await readTable(page, "progress", [overdue])).map(({ figures }) => figures[0] ?? 0);
    expect(late).toEqual([...late].sort((a, b) => b - a));

    await page.locator("select[name=plan]").selectOption("dmanisi-2024-2025");
    await page.getByRole("button", { name: t("comparisons.filter.show"), exact: true }).click();
    await page.waitForURL("**plan=dmanisi-2024-2025**");
    await arrived();
    await expectCountedByHand(page, locale, "dmanisi-2024-2025");
    await picture(page, `compare-agencies-${locale}`);
  });

  it("takes away exactly the figures of the page", async () => {
    const page = await openBrowser({ viewport: desktop });
    await visit(page, `/${locale}/compare?by=agencies`);
    const link = page.locator('a[type="text/csv"]');
    const file = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(file.headers()["content-type"]).toContain("text/csv");
    const rows = parse(await file.text(), { bom: true, columns: true }) as Record<string, string>[];
    const { progress } = headingsOf(t);
    const figures = rows.map((row) => ({ slug: row[t("comparisons.file.code")] ?? "", figures: progress.map((heading) => Number(row[`${t("comparisons.groups.progress")}: ${heading}`])) }));
    expect(figures).toEqual(await readTable(page, "progress", progress));
  });

  it("compares plans, periods and municipalities as well, and goes in by a topic", async () => {
    const page = await openBrowser();
    for (const by of ["plans", "periods", "municipalities"]) {
      await visit(page, `/${locale}/compare?by=${by}`);
      await page.getByRole("heading", { name: t("comparisons.how.title") }).waitFor();
    }
    await visit(page, `/${locale}/topics`);
    await visit(page, `/${locale}/sdgs/16`);
    const [{ count } = { count: -1 }] = await askRecord<{ count: number }>(`
      SELECT count(*)::int AS count FROM "Commitment" c JOIN "_CommitmentToSdg" link ON link."A" = c."id" JOIN "Plan" p ON p."id" = c."planId" WHERE link."B" = 16 AND c."removedAt" IS NULL AND p."status" <> 'draft'`);
    await page.locator("section[aria-labelledby=commitments]").getByText(String(count), { exact: true }).first().waitFor();
    expect(await page.locator('head link[type="application/atom+xml"]').getAttribute("href")).toMatch(/\/sdgs\/16\/feed\.atom$/);
    for (const place of ["topics/transparency", "sdgs/16"]) {
      for (const feed of ["feed.atom", "calendar.ics"]) expect((await page.request.get(`/${locale}/${place}/${feed}`)).status()).toBe(200);
    }
  });
});
