import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { consume } from "#lib/platform/limits.ts";
import { openFile } from "#lib/platform/storage.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { addEvidenceLink, attachEvidence, uploadEvidence, type AttachedPiece } from "./commands.ts";
import { getEvidenceFile } from "./queries.ts";
import { maxFileSize } from "./schema.ts";

const now = new Date("2019-06-10T10:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
beforeAll(async () => {
  set = await createReportedPlan();
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const upload = (fileName: string, bytes: Uint8Array) => uploadEvidence(set.coordinator, { organisationId: set.agency.id, fileName, bytes }, now);
const pdf = utf8("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0]);

describe("an uploaded file", () => {
  it("is kept by its content, under a name that fits", async () => {
    const kept = await upload("../დებულება.exe", pdf);
    expect(kept).toMatchObject({ fileName: "დებულება.exe.pdf", mediaType: "application/pdf", size: pdf.byteLength });
    const file = await getEvidenceFile(set.coordinator, kept.id);
    const stored = await openFile(file.fileKey);
    expect(stored?.size).toBe(pdf.byteLength);
    stored?.stream.destroy();
    expect(await upload("photo.jpg", png)).toMatchObject({ fileName: "photo.jpg.png", mediaType: "image/png" });
    expect(await upload("table.txt", utf8("სახელი,რიცხვი\nა,1\n"))).toMatchObject({ mediaType: "text/csv" });
  });

  it("is refused once the organisation has filled its share of the disk for a day", async () => {
    const large = new Uint8Array(maxFileSize);
    large.set(pdf);
    await db().rateLimit.deleteMany();
    await consume("evidence-megabytes", set.agency.id, 2_000, 86_400, 2_000 - Math.ceil(maxFileSize / 1_000_000));
    await upload("act.pdf", large);
    await expect(upload("act.pdf", pdf)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await db().rateLimit.deleteMany();
  });

  it.each([
    ["a program called .pdf", "act.pdf", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])],
    ["a page called .csv", "data.csv", utf8("<!doctype html><script>alert(1)</script>,")],
    ["a drawing called .png", "x.png", utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")],
    ["a plain ZIP called .docx", "x.docx", new Uint8Array([0x50, 0x4b, 5, 6, ...new Uint8Array(18)])],
    ["plain words", "notes.txt", utf8("hello")],
  ])("is refused: %s", async (_, name, bytes) => {
    await expect(upload(name, bytes)).rejects.toMatchObject({ code: "FILE_TYPE_NOT_ALLOWED", fieldErrors: { file: "fileType" } });
  });

  it("is at most 20 MB and at least one byte", async () => {
    const largest = new Uint8Array(maxFileSize);
    largest.set(pdf);
    expect((await upload("large.pdf", largest)).size).toBe(20 * 1024 * 1024);
    const larger = new Uint8Array(maxFileSize + 1);
    larger.set(pdf);
    await expect(upload("larger.pdf", larger)).rejects.toMatchObject({ code: "FILE_TOO_LARGE" });
    await expect(upload("empty.pdf", new Uint8Array())).rejects.toMatchObject({ code: "FILE_MISSING" });
  });

  it("is uploaded in one's own organisation's name only", async () => {
    await expect(uploadEvidence(set.stranger, { organisationId: set.agency.id, fileName: "a.pdf", bytes: pdf }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is nobody else's before its update is accepted", async () => {
    const { id } = await upload("act.pdf", pdf);
    for (const actor of [null, set.stranger, set.reviewer]) await expect(getEvidenceFile(actor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const update = await db().progressUpdate.create({
      data: { periodId: set.period.id, commitmentId: set.commitment.id, milestoneId: set.milestone.id, organisationId: set.agency.id, status: "submitted", progress: "in_progress", createdAt: now, savedAt: now },
    });
    await db().evidence.update({ where: { id }, data: { updateId: update.id } });
    expect(await getEvidenceFile(set.reviewer, id)).toMatchObject({ isPublic: false });
    await expect(getEvidenceFile(null, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().progressUpdate.update({ where: { id: update.id }, data: { status: "accepted", acceptedAt: now } });
    expect(await getEvidenceFile(null, id)).toMatchObject({ isPublic: true, fileName: "act.pdf" });
  });
});

const linked = (actor = set.coordinator, organisationId = set.agency.id) => addEvidenceLink(actor, { organisationId, url: "https://zugdidi.gov.ge/act", title: { ka: "აქტი", en: undefined } }, now);

describe("a link", () => {
  it("is kept in one's own organisation's name only, with a trace", async () => {
    const { id } = await linked();
    expect(await db().evidence.findUniqueOrThrow({ where: { id } })).toMatchObject({ kind: "link", url: "https://zugdidi.gov.ge/act", title: { ka: "აქტი" }, updateId: null, fileKey: null });
    expect(await db().auditEvent.findFirst({ where: { entityId: id } })).toMatchObject({ action: "evidence.linked", after: { url: "https://zugdidi.gov.ge/act" } });
    await expect(linked(set.stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getEvidenceFile(set.coordinator, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what is attached to an update", () => {
  const anUpdate = async (milestoneId: string | null) =>
    db().progressUpdate.create({ data: { periodId: set.period.id, commitmentId: set.commitment.id, milestoneId, organisationId: set.agency.id, status: "draft", createdAt: now, savedAt: now } });
  const piece = (evidenceId: string, verificationSourceId: string | null = null): AttachedPiece => ({ evidenceId, verificationSourceId, title: null });
  const attach = (updateId: string, pieces: AttachedPiece[]) =>
    attachEvidence(set.coordinator, { target: { updateId }, organisationId: set.agency.id, sourceIds: set.milestone.sources.map(({ id }) => id) }, pieces, now);

  it("is the whole of what is given: the rest is taken out, stays in the record, and cannot come back", async () => {
    const update = await anUpdate(null);
    const [first, second] = [await linked(), await linked()];
    await attach(update.id, [piece(first.id, set.milestone.sources[0]?.id ?? null), piece(second.id)]);
    await attach(update.id, [piece(second.id)]);
    expect(await db().evidence.findMany({ where: { updateId: update.id }, orderBy: { id: "asc" }, select: { id: true, removedAt: true } })).toEqual([{ id: first.id, removedAt: now }, { id: second.id, removedAt: null }]);
    await expect(attach(update.id, [piece(first.id), piece(second.id)])).rejects.toMatchObject({ code: "NOT_FOUND", fieldErrors: { "evidence.0.evidenceId": "unknownChoice" } });
    const actions = (await db().auditEvent.findMany({ where: { entityId: update.id }, orderBy: { id: "asc" } })).map(({ action }) => action);
    expect(actions).toEqual(["evidence.attached", "evidence.removed"]);
  });

  it("is neither another organisation's, nor another update's, nor of a source that was not promised", async () => {
    const [update, next] = [await anUpdate(set.milestone.id), await anUpdate(set.foreign.id)];
    const [own, foreign] = [await linked(), await linked(set.stranger, set.other.id)];
    await expect(attach(update.id, [piece(foreign.id)])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(attach(update.id, [piece(own.id, set.foreign.id)])).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { "evidence.0.verificationSourceId": "unknownChoice" } });
    await attach(update.id, [piece(own.id)]);
    await expect(attach(next.id, [piece(own.id)])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
