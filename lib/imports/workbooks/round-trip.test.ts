import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "#lib/record/localized/schema.ts";
import { planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";
import { arbitraryPlan } from "./arbitrary-plan.ts";
import { defaultTerms } from "./default-terms.ts";
import { examplePlan } from "./example.ts";
import { readWorkbook } from "./reading.ts";
import { workbookFormats, type WorkbookFormat } from "./schema.ts";
import { writeExample, writeWorkbook } from "./writing.ts";

const terms = await defaultTerms();

async function thereAndBack(file: PlanFile, format: WorkbookFormat, locale: (typeof locales)[number]): Promise<PlanFile> {
  const reading = await readWorkbook(await writeWorkbook(file, format, locale, terms), terms);
  if (!reading.ok) throw new Error(reading.refusal.code);
  expect(reading.problems).toEqual([]);
  return planFileSchema.parse(reading.raw);
}

const promised = ({ $schema: _, ...file }: PlanFile): PlanFile => ({ ...file, periods: [] });

describe.each(workbookFormats)("a plan as %s", (format) => {
  it("comes back as it went out, whatever it says", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, fc.constantFrom(...locales), async (file, locale) => {
        expect(await thereAndBack(file, format, locale)).toEqual(file);
      }),
      { numRuns: 60 },
    );
  });

  it.each(locales.flatMap((locale) => ["georgia-2018-2019", "dmanisi-2024-2025"].map((name) => [name, locale] as const)))("keeps %s in %s, field by field", async (name, locale) => {
    const file = promised(planFileSchema.parse(JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"))));
    expect(await thereAndBack(file, format, locale)).toEqual(file);
  });

  it("keeps texts that are longer than a cell can be", async () => {
    const long = `${"ა".repeat(31_999)}👩‍👩‍👧 ${"= გრძელი ტექსტი\n".repeat(3_000)}ბოლო`;
    const file = planFileSchema.parse({ ...examplePlan, plan: { ...examplePlan.plan, introduction: { ka: long, en: "Short" } } });
    expect(file.plan.introduction?.ka).toBe(long);
    expect(await thereAndBack(file, format, "ka")).toEqual(file);
  });

  it.each(locales)("has a filled example in %s", async (locale) => {
    const reading = await readWorkbook(await writeExample(format, locale, terms), terms);
    expect(reading.ok && planFileSchema.parse(reading.raw)).toEqual(planFileSchema.parse(examplePlan));
  });
});
