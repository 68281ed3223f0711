import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { getReportFile, makeReportFiles, orderReportFiles } from "./commands.ts";
import { generatedReport } from "./generated-report.ts";
import { filesJob, reportFileFormats } from "./schema.ts";

const published = new Date("2026-03-05T09:00:00Z");
const later = new Date("2027-01-10T09:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let slug = "";

beforeEach(async () => {
  set = await createReportedPlan();
  slug = `report-${set.plan.slug}`;
});

/** A report of which this was frozen as its only version. */
async function frozen(snapshot: string) {
  const { report } = JSON.parse(snapshot) as { report: { title: object } };
  const sha256 = createHash("sha256").update(snapshot).digest("hex");
  const { id: reportId } = await db().report.create({ data: { slug, planId: set.plan.id, periodId: set.period.id, kind: "annual", title: report.title, status: "final", createdAt: published, savedAt: published } });
  return db().reportVersion.create({ data: { reportId, number: 1, stage: "final", title: report.title, snapshot, sha256, publishedAt: published, actorName: "S" } });
}

const made = (reportVersionId: string) => db().reportFile.count({ where: { reportVersionId } });
const small = () => canonicalJson(generatedReport({ commitments: 1, milestones: 1 }));
const get = (format: (typeof reportFileFormats)[number], locale: "ka" | "en" = "ka", at = later) => getReportFile(slug, 1, format, locale, at);

describe("the files of a version", () => {
  it("are made in every format and language when somebody asks first, and are what they say they are", async () => {
    await frozen(small());
    const beginnings = { pdf: "%PDF-1.7", summary_pdf: "%PDF-1.7", docx: "PK", xlsx: "PK", csv: "PK" };
    for (const format of reportFileFormats) {
      for (const locale of ["ka", "en"] as const) {
        const file = await get(format, locale);
        expect(Buffer.from(file?.bytes ?? []).toString("latin1", 0, beginnings[format].length)).toBe(beginnings[format]);
        expect(file?.sha256).toBe(createHash("sha256").update(file?.bytes ?? "").digest("hex"));
        expect(file?.fileName).toMatch(new RegExp(`^${slug}-version-1-\\w+-${locale}\\.`));
      }
    }
  });

  it("of the PDF are made by a job that exists if the version does, and are given as they were made then", async () => {
    const version = await inTransaction(async () => {
      const saved = await frozen(small());
      await orderReportFiles(saved.id);
      return saved;
    });
    const [job, ...more] = await db().$queryRaw<{ data: { reportVersionId: string } }[]>`SELECT data FROM pgboss.job WHERE name = ${filesJob.name} AND data->>'reportVersionId' = ${version.id}`;
    expect([job?.data, more]).toEqual([{ reportVersionId: version.id }, []]);
    await makeReportFiles({ reportVersionId: version.id }, published);
    await makeReportFiles({ reportVersionId: version.id }, later);
    const files = await db().reportFile.findMany({ where: { reportVersionId: version.id }, orderBy: [{ format: "asc" }, { locale: "asc" }] });
    expect(files.map(({ format, locale }) => `${format} ${locale}`)).toEqual(["pdf en", "pdf ka", "summary_pdf en", "summary_pdf ka"]);
    expect((await get("pdf"))?.sha256).toBe(files[1]?.sha256);
    expect(await made(version.id)).toBe(4);
  });

  it("are the same bytes whenever they are made, and never change afterwards", async () => {
    const version = await frozen(small());
    const first = await get("pdf");
    await db().organisation.updateMany({ data: { name: { ka: "სხვა" } } });
    await makeReportFiles({ reportVersionId: version.id }, later);
    expect(await get("pdf")).toEqual(first);
    const row = await db().reportFile.findFirstOrThrow({ where: { reportVersionId: version.id, format: "pdf", locale: "ka" } });
    expect(row.madeAt).toEqual(later);
    await expect(db().reportFile.update({ where: { id: row.id }, data: { locale: "en" } })).rejects.toThrow("can only be inserted");
    await expect(db().reportFile.delete({ where: { id: row.id } })).rejects.toThrow("can only be inserted");
    await expect(db().reportFile.create({ data: { ...row, id: undefined, format: "docx", bytes: new Uint8Array([1]) } })).rejects.toThrow("ReportFile_sha256");
  });

  it("are made once when many ask at once", async () => {
    const version = await frozen(small());
    const files = await Promise.all(Array.from({ length: 8 }, () => get("summary_pdf")));
    expect(new Set(files.map((file) => file?.sha256)).size).toBe(1);
    expect(await made(version.id)).toBe(1);
  });

  it("exist also of a report that was published in the first format", async () => {
    await frozen(readFileSync("prisma/published/consulted-version-2.json", "utf8"));
    expect((await get("pdf", "en"))?.bytes.length).toBeGreaterThan(10_000);
  });

  it("are not there for a version that is not", async () => {
    await frozen(small());
    expect(await getReportFile(slug, 2, "pdf", "ka", later)).toBeNull();
    expect(await getReportFile(`${slug}-other`, 1, "pdf", "ka", later)).toBeNull();
  });
});

it("a version that cannot be set is left without them, and the job is told", async () => {
  const version = await frozen(`{"format":"open-commitments/report/9","report":{"title":{"ka":"x"}}}`);
  await expect(makeReportFiles({ reportVersionId: version.id }, published)).rejects.toThrow();
  expect(await made(version.id)).toBe(0);
  await expect(get("docx")).rejects.toThrow("FORMAT_UNKNOWN");
  await expect(get("docx")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await expect(get("docx", "ka", new Date(later.getTime() + 600_000))).rejects.toThrow("FORMAT_UNKNOWN");
});
