import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { actorAs, aDraftPlan } from "#prisma/factories.ts";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { locales } from "#lib/record/localized/schema.ts";
import { comparePlanFile } from "#lib/imports/plan-differences/queries.ts";
import { getKnownCodes, getPlanFile } from "#lib/imports/plan-files/queries.ts";
import { planFileProblems } from "#lib/imports/plan-files/rules.ts";
import { planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";
import { writePlanFile } from "#lib/imports/plan-writing/commands.ts";
import { adoptPlan } from "#lib/plans/commands.ts";
import { inTransaction } from "#lib/platform/db/client.ts";
import { arbitraryPlan } from "#lib/imports/workbooks/arbitrary-plan.ts";
import { getWorkbookTerms } from "#lib/imports/workbooks/queries.ts";
import { readWorkbook } from "#lib/imports/workbooks/reading.ts";
import { workbookFormats, type WorkbookFormat } from "#lib/imports/workbooks/schema.ts";
import { writeWorkbook } from "#lib/imports/workbooks/writing.ts";
import { getExampleDownload, getPlanDownload } from "./queries.ts";

const now = new Date("2026-03-02T08:00:00Z");
const demo = (name: string): PlanFile => ({ ...planFileSchema.parse(JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"))), $schema: undefined, periods: [] });

beforeAll(() => ensureLists(now));

class Undone extends Error {}

/** Runs in a database without any plan, and leaves it so. */
async function inEmptyDatabase<T>(work: () => Promise<T>): Promise<T> {
  let value: T | undefined;
  await inTransaction(async () => {
    value = await work();
    throw new Undone();
  }, 60_000).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return value as T;
}

/** What the record says of a plan once it is written, and as a file in a format; the file says nothing else than its source. */
async function recorded(source: PlanFile, format: WorkbookFormat, locale: (typeof locales)[number]) {
  return inEmptyDatabase(async () => {
    const { planId } = await writePlanFile(systemActor("test"), { file: source, planId: null, seed: "a", keepsUnstated: false, removesMissing: false }, now);
    const { file } = (await getPlanFile(planId)) ?? expect.unreachable();
    const { edits, missing } = await comparePlanFile(source, { planId, seed: "b", keepsUnstated: false, removesMissing: false });
    expect({ edits, missing }).toEqual({ edits: [], missing: [] });
    return { file, bytes: await writeWorkbook(file, format, locale, await getWorkbookTerms()) };
  });
}

/** Out of one record and into an empty one: the same plan, field by field. */
async function expectRoundTrip(source: PlanFile, format: WorkbookFormat, locale: (typeof locales)[number]): Promise<void> {
  const { file, bytes } = await recorded(source, format, locale);
  const reading = await readWorkbook(bytes, await getWorkbookTerms());
  if (!reading.ok) return expect.unreachable(reading.refusal.code);
  expect(reading.problems).toEqual([]);
  const again = await recorded(planFileSchema.parse(reading.raw), format, locale);
  expect(again.file).toEqual(file);
}

describe.each(workbookFormats)("a plan goes out of the record as %s and into an empty one", (format) => {
  it.each(["georgia-2018-2019", "dmanisi-2024-2025"])("and %s is the same", { timeout: 60_000 }, async (name) => {
    for (const locale of locales) await expectRoundTrip(demo(name), format, locale);
  });

  it("and is the same, whatever it says", { timeout: 120_000 }, async () => {
    const known = await getKnownCodes();
    const sound = arbitraryPlan.filter((file) => planFileProblems(file, known, "2026-03-02").length === 0);
    await fc.assert(fc.asyncProperty(sound, fc.constantFrom(...locales), (file, locale) => expectRoundTrip(file, format, locale)), { numRuns: 6 });
  });
});

describe("a plan as a file", () => {
  it("is everybody's once it is public, and until then its Secretariat's alone", async () => {
    const { plan, slug, reviewer } = await aDraftPlan();
    const other = actorAs("secretariat", "00000000-0000-7000-8000-000000000000");
    expect([await getPlanDownload(null, slug, "json", "ka"), await getPlanDownload(other, slug, "json", "ka")]).toEqual([null, null]);
    expect(await getPlanDownload(reviewer, slug, "xlsx", "ka")).toMatchObject({ fileName: `${slug}.xlsx`, isPublic: false });
    await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    const { bytes, isPublic, fileName } = (await getPlanDownload(null, slug, "json", "en")) ?? expect.unreachable();
    expect({ isPublic, fileName }).toEqual({ isPublic: true, fileName: `${slug}.json` });
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ plan: { slug }, periods: [] });
    expect(await getPlanDownload(null, "no-such-plan", "json", "ka")).toBeNull();
  });

  it("has a filled example", async () => {
    expect((await getExampleDownload("xlsx", "ka")).bytes.length).toBeGreaterThan(1_000);
  });
});
