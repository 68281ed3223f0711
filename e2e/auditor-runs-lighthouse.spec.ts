import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { locales } from "#e2e/fixtures.ts";
import { formFactors, openAuditor, tooLow, type Auditor } from "#e2e/lighthouse.ts";
import { publicTemplates } from "#e2e/page-templates.ts";

let auditor: Auditor;

beforeAll(async () => {
  auditor = await openAuditor();
});

afterAll(() => auditor.close());

/** One of the four ways of reading a page, each in turn: all four of every page take `npm run lighthouse` a while. */
const inTurn = publicTemplates.filter(({ status }) => !status).map((template, index) => ({ ...template, locale: locales[index % 2] ?? "ka", formFactor: formFactors[Math.floor(index / 2) % 2] ?? "mobile" }));

test.each(inTurn)("Lighthouse finds nothing to mend: $formFactor, $locale, $address", async ({ address, locale, formFactor, personal }) => {
  const audited = await auditor.audit(`${inject("site")}/${locale}${address}`, formFactor, personal === true);
  expect(tooLow(audited), audited.lost.join("\n")).toEqual([]);
});
