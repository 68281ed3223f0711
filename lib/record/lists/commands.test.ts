import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { ensureLists } from "./commands.ts";

const now = new Date("2026-01-01T08:00:00Z");

beforeAll(() => ensureLists(now));

async function everything() {
  return [
    await db().thematicArea.findMany({ orderBy: { code: "asc" } }), await db().sdg.findMany({ orderBy: { number: "asc" } }),
    await db().organisationKind.findMany({ orderBy: { code: "asc" } }), await db().fundingSource.findMany({ orderBy: { code: "asc" } }),
    await db().fulfilmentScale.findMany(), await db().fulfilmentGrade.findMany({ orderBy: { rank: "asc" } }), await db().auditEvent.findMany(),
    await db().municipality.findMany({ orderBy: { position: "asc" } }),
  ];
}

describe("the lists of an installation", () => {
  it("are there after the first start, which leaves a trace", async () => {
    expect((await everything()).map((rows) => rows.length)).toEqual([5, 17, 6, 4, 1, 4, 1, 64]);
  });

  it("stay as they are at the next start, edited or not", async () => {
    await db().thematicArea.update({ where: { code: "inclusion" }, data: { label: { ka: "ჩვენი სიტყვა" } } });
    await db().thematicArea.create({ data: { code: "access", label: { en: "Access to Services" }, position: 9 } });
    const before = await everything();
    await ensureLists(now);
    expect(await everything()).toEqual(before);
  });

  it("get back an entry that is missing, but never a part of a scale that was changed", async () => {
    await db().fundingSource.delete({ where: { code: "deficit" } });
    await db().fulfilmentGrade.deleteMany({ where: { code: "mostly_implemented" } });
    await ensureLists(now);
    expect([await db().fundingSource.count(), await db().fulfilmentGrade.count()]).toEqual([4, 3]);
  });
});
