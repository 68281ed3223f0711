import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { uploadEvidence } from "#lib/evidence/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { deleteFile } from "#lib/platform/storage.ts";
import { recordPublishedReport } from "#lib/reports/commands.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { openEvidencePack } from "./commands.ts";

const now = new Date("2020-06-10T10:00:00Z");
const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
let slug: string;
let evidenceId: string;
let set: Awaited<ReturnType<typeof createReportedPlan>>;

async function packed() {
  const pack = (await openEvidencePack(slug, 1, now)) ?? expect.unreachable();
  const pieces: Uint8Array[] = [];
  for await (const piece of pack.pieces) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? expect.unreachable())) as { files: { id?: string; path: string; status: string }[] };
  return { fileName: pack.fileName, files, piece: manifest.files.find(({ id }) => id === evidenceId) ?? expect.unreachable() };
}

beforeAll(async () => {
  set = await createReportedPlan();
  ({ id: evidenceId } = await uploadEvidence(set.coordinator, { organisationId: set.agency.id, fileName: "ოქმი.pdf", bytes: pdf }, now));
  const { id } = await db().progressUpdate.create({
    data: { periodId: set.period.id, commitmentId: set.commitment.id, milestoneId: set.milestone.id, organisationId: set.agency.id, status: "submitted", progress: "suspended", createdAt: now, savedAt: now },
  });
  await db().evidence.update({ where: { id: evidenceId }, data: { updateId: id } });
  await db().progressUpdate.update({ where: { id }, data: { status: "accepted", acceptedAt: now } });
  const { id: reportId } = await recordPublishedReport(systemActor("test"), { planId: set.plan.id, periodId: set.period.id, kind: "annual", title: {}, introduction: {}, conclusions: {} }, now);
  ({ slug } = await db().report.findUniqueOrThrow({ where: { id: reportId }, select: { slug: true } }));
});

describe("the evidence pack of a published report", () => {
  it("holds the report in every format and language, and the file that its agency attached, byte for byte", async () => {
    const { fileName, files, piece } = await packed();
    expect(fileName).toBe(`${slug}-version-1-evidence-pack.zip`);
    const own = Object.keys(files).filter((name) => name.startsWith("report/")).map((name) => name.replace(`report/${slug}-version-1`, ""));
    const formats = ["report-ka.pdf", "report-en.pdf", "summary-ka.pdf", "summary-en.pdf", "report-ka.docx", "report-en.docx", "tables-ka.xlsx", "tables-en.xlsx", "tables-ka.csv.zip", "tables-en.csv.zip"];
    expect(own).toEqual([".json", "report/report.schema.json", ...formats.map((name) => `-${name}`)]);
    expect(piece).toMatchObject({ status: "included", path: "evidence/5_idea/5.2_agency_okmi.pdf" });
    expect(files[piece.path]).toEqual(pdf);
  });

  it("names the file still when it has gone from the store", async () => {
    const { fileKey } = await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    await deleteFile(fileKey ?? "");
    const { files, piece } = await packed();
    expect(piece.status).toBe("missing");
    expect(files[piece.path]).toBeUndefined();
    expect(strFromU8(files.SHA256SUMS ?? expect.unreachable())).toContain(piece.path);
  });

  it("is not to be had of a version that is not there", async () => {
    expect(await openEvidencePack(slug, 2, now)).toBeNull();
    expect(await openEvidencePack("no-such-report", 1, now)).toBeNull();
  });
});
