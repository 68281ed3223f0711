import { beforeAll, describe, expect, it } from "vitest";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { addMilestone, anOpenPlan } from "#prisma/factories.ts";
import { db } from "#lib/platform/db/client.ts";
import { calendarOf } from "#lib/record/calendars/rules.ts";
import { listPublicDays } from "./queries.ts";

const now = new Date("2024-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

describe("the public calendar", () => {
  it("has deadlines on the last day of what is stated, and nothing of a draft", async () => {
    const days = await listPublicDays({}, now);
    expect(days.length).toBeGreaterThan(5);
    expect(JSON.stringify(days)).not.toContain("poison");
    const { slug, commitment } = await anOpenPlan();
    const own = await listPublicDays({ plan: slug }, now);
    expect(own.map(({ uid, first, last }) => [uid, first, last])).toContainEqual([`deadline-${commitment.id}`, "2025-12-31", "2025-12-31"]);
    expect(await listPublicDays({ plan: mixed.draft }, now)).toEqual([]);
  });

  it("has a milestone that an organisation leads", async () => {
    const { slug, agency, commitment, reviewer } = await anOpenPlan();
    const { id } = await addMilestone(reviewer, commitment, agency.id, { number: "1.9", endsOn: "2025-02" });
    const days = await listPublicDays({ organisation: agency.slug }, now);
    expect(days.find(({ uid }) => uid === `deadline-${id}`)).toMatchObject({ first: "2025-02-28", number: "1.9", url: { en: expect.stringContaining(`/en/plans/${slug}/commitments/one#1.9`) } });
  });

  it("has the consultation on a report that everybody can read, all of its days", async () => {
    const early = new Date("2020-06-02T08:00:00Z");
    const report = await db().report.findUniqueOrThrow({ where: { id: mixed.subject.report.id } });
    const isThere = async () => (await listPublicDays({}, early)).some(({ uid }) => uid === `reportConsultation-${report.id}`);
    expect(await isThere()).toBe(false);
    const plan = await db().plan.update({ where: { id: mixed.subject.plan.id }, data: { consultationOpensOn: "2020-06-01", consultationEndsOn: "2020-06-14" } }).catch(() => null);
    if (plan) expect((await listPublicDays({}, early)).find(({ uid }) => uid === `planConsultation-${plan.id}`)).toMatchObject({ first: "2020-06-01", last: "2020-06-14" });
  });

  it("can be read back as iCalendar", async () => {
    const days = (await listPublicDays({}, now)).map(({ uid, first, last, version }) => ({ uid, day: first, lastDay: last, sequence: version, summary: "ვადა", description: "", url: "https://example.org" }));
    const text = calendarOf(days, now, "ვადები");
    const lines = text.replaceAll("\r\n ", "").split("\r\n");
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(days.length);
    expect(new Set(lines.filter((line) => line.startsWith("UID:"))).size).toBe(days.length);
    expect(lines).toContain(`DTSTART;VALUE=DATE:${days[0]?.day.replaceAll("-", "")}`);
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});
