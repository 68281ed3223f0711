import { beforeAll, describe, expect, it } from "vitest";
import { uploadEvidence } from "#lib/evidence/commands.ts";
import { isPublicEvidence } from "#lib/evidence/policy.ts";
import { findPublic } from "#lib/search/found/queries.ts";
import { runApart } from "#lib/platform/apart.ts";
import { db } from "#lib/platform/db/client.ts";
import { parseSearch } from "#lib/search/schema.ts";
import { asAmendment } from "#prisma/amendment-factories.ts";
import { aDocx, aPdf } from "#prisma/evidence-files.ts";
import { actorAs, anOpenPlan } from "#prisma/factories.ts";
import { readNewTexts } from "./commands.ts";

const now = new Date("2024-09-01T08:00:00Z");
const files = async (q: string, more: Record<string, string> = {}) => (await findPublic(parseSearch({ q, ...more }), now))?.hits.filter(({ kind }) => kind === "evidence").map(({ path }) => path);

describe("the text of evidence", () => {
  let open: Awaited<ReturnType<typeof anOpenPlan>>;
  let updateId = "";
  let path = "";
  const upload = (fileName: string, bytes: Uint8Array) => uploadEvidence(actorAs("coordinator", open.agency.id), { organisationId: open.agency.id, fileName, bytes }, now);

  beforeAll(async () => {
    open = await anOpenPlan();
    const said = { periodId: open.period.id, commitmentId: open.commitment.id, milestoneId: open.milestone.id, organisationId: open.agency.id, progress: "completed", createdAt: now, savedAt: now };
    ({ id: updateId } = await db().progressUpdate.create({ data: said }));
    const { slug, plan } = await db().commitment.findUniqueOrThrow({ where: { id: open.commitment.id }, select: { slug: true, plan: { select: { slug: true } } } });
    path = `/plans/${plan.slug}/commitments/${slug}#1.1`;
  });

  it("is read once, by a program of its own, whatever the file is", async () => {
    const [minutes, list, broken] = [await upload("minutes.pdf", aPdf("Resolution on playgrounds")), await upload("list.docx", aDocx("მოედნების ნუსხა")), await upload("broken.pdf", Buffer.from("%PDF-1.7\n"))];
    await db().evidence.updateMany({ where: { id: { in: [minutes.id, list.id] } }, data: { updateId } });
    expect(await readNewTexts(now)).toBe(3);
    expect(await readNewTexts(now)).toBe(0);
    const rows = await db().evidenceText.findMany({ where: { evidenceId: { in: [minutes.id, list.id, broken.id] } }, select: { status: true, text: true }, orderBy: { status: "asc" } });
    expect(rows).toEqual(expect.arrayContaining([{ status: "read", text: "Resolution on playgrounds" }, { status: "read", text: "მოედნების ნუსხა" }, { status: "failed", text: "" }]));
  });

  it("is found with what it proves, and never before or after that is public", async () => {
    expect(await files("playground")).toEqual([]);
    await db().progressUpdate.update({ where: { id: updateId }, data: { status: "submitted" } });
    expect(await files("playground")).toEqual([]);
    await db().progressUpdate.update({ where: { id: updateId }, data: { status: "accepted", acceptedAt: now } });
    expect(await files("playground")).toEqual([path]);
    expect(await files("მოედანი")).toEqual([path]);
    const found = await findPublic(parseSearch({ q: "მოედნები" }), now);
    expect(found?.hits.find(({ kind }) => kind === "evidence")).toMatchObject({ title: { en: "list.docx" }, summary: { ka: "მოედნების ნუსხა" }, about: { ka: "ვალდებულება" } });
    expect(await files("playground", { status: "completed", agency: open.agency.slug })).toEqual([path]);
    expect(await files("playground", { status: "suspended" })).toEqual([]);
    await asAmendment(open.plan.id, () => db().commitment.update({ where: { id: open.commitment.id }, data: { removedAt: now } }));
    expect(await files("playground")).toEqual([]);
    await asAmendment(open.plan.id, () => db().commitment.update({ where: { id: open.commitment.id }, data: { removedAt: null } }));
    expect(await files("playground")).toEqual([path]);
  });

  it("is never found where the file may not be opened", async () => {
    const said = { periodId: open.period.id, commitmentId: open.commitment.id, organisationId: open.agency.id, progress: "in_progress", createdAt: now, savedAt: now };
    const update = await db().progressUpdate.create({ data: said });
    const pieces = [{ word: "carousels", removedAt: null }, { word: "swings", removedAt: now }];
    for (const { word, removedAt } of pieces) {
      const { id } = await upload(`${word}.pdf`, aPdf(word));
      await db().evidence.update({ where: { id }, data: { updateId: update.id, removedAt } });
    }
    await readNewTexts(now);
    const [own] = path.split("#");
    for (const status of ["draft", "submitted", "returned", "accepted", "superseded"]) {
      await db().progressUpdate.update({ where: { id: update.id }, data: { status, ...(status === "accepted" ? { acceptedAt: now } : {}) } });
      for (const { word, removedAt } of pieces) {
        const opens = isPublicEvidence({ organisationId: open.agency.id, removed: removedAt !== null, frozen: false, assessment: null, event: null, update: { status, periodId: open.period.id, plan: { status: "adopted", secretariatId: "" } } });
        expect([status, word, await files(word)]).toEqual([status, word, opens ? [own] : []]);
      }
    }
  });
});

describe("a program apart", () => {
  it("cannot make a program of what it reads, nor fill our memory with what it writes", async () => {
    const run = (how: string) => runApart("../lib/platform/testing/ill-behaved.ts", [how], Buffer.alloc(0), { seconds: 60, megabytes: 700 });
    expect(await run("well")).toBe("behaves");
    expect(await run("makes a program")).toBeNull();
    const started = performance.now();
    expect(await run("writes without end")).toBeNull();
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("gets neither more time nor more memory than it is allowed", async () => {
    const started = performance.now();
    expect(await runApart("read-text.ts", ["application/pdf"], aPdf("x"), { seconds: 0.05, megabytes: 700 })).toBeNull();
    expect(await runApart("read-text.ts", ["application/pdf"], aPdf("x"), { seconds: 60, megabytes: 20 })).toBeNull();
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(await runApart("read-text.ts", ["application/pdf"], aPdf("x"), { seconds: 60, megabytes: 700 })).toBe('{"status":"read","text":"x"}');
  });
});
