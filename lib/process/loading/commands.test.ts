import { describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { actorAs } from "#prisma/factories.ts";
import { loadProcess } from "./commands.ts";

const now = new Date("2026-11-21T08:00:00Z");
const system = systemActor("test");

const file = (slug: string) => ({
  format: "open-commitments/process/1",
  organisation: { slug: `${slug}-forum`, name: { ka: "ფორუმი" }, kind: "civil_society" },
  groups: [{ slug: `${slug}-group`, kind: "group", name: { ka: "ჯგუფი", en: "Group" }, sourceNote: { en: "From the news." } }],
  events: [
    { slug: `${slug}-meeting`, group: `${slug}-group`, kind: "working_group_meeting", title: { ka: "შეხვედრა" }, summary: { ka: "იმსჯელეს." }, attendance: [{ sector: "civil_society", name: { ka: "წევრები" } }], decisions: [{ ka: "გადაწყდა." }, { ka: "დაიგეგმა." }] },
    { slug: `${slug}-conference`, kind: "other", title: { ka: "კონფერენცია" }, startsOn: "2021-09-01", endsOn: "2021-09-02" },
  ],
});

describe("loading what a source tells of groups and meetings", () => {
  it("makes it public at once, with its traces, and leaves open what is not stated", async () => {
    await ensureLists(now);
    expect(await loadProcess(system, file("first"), now)).toEqual({ groups: 1, events: 2 });
    const [meeting, conference] = [await db().processEvent.findUniqueOrThrow({ where: { slug: "first-meeting" }, include: { group: true, attendance: true, decisions: { orderBy: { number: "asc" } } } }), await db().processEvent.findUniqueOrThrow({ where: { slug: "first-conference" } })];
    expect(meeting).toMatchObject({ status: "published", startsOn: null, endsOn: null, minutes: null, publishedAt: now, editedAt: null, group: { slug: "first-group", sourceNote: { en: "From the news." }, mandate: null } });
    expect(meeting.attendance).toMatchObject([{ sector: "civil_society", name: { ka: "წევრები" }, people: null, organisationId: null }]);
    expect(meeting.decisions).toMatchObject([{ number: 1, text: { ka: "გადაწყდა." } }, { number: 2, text: { ka: "დაიგეგმა." } }]);
    expect(conference).toMatchObject({ groupId: null, startsOn: "2021-09-01", endsOn: "2021-09-02" });
    const traces = await db().auditEvent.findMany({ where: { entityId: { in: [meeting.id, conference.id, meeting.groupId ?? ""] } }, select: { action: true } });
    expect(traces.map(({ action }) => action).sort()).toEqual(["event.published", "event.published", "group.published"]);
  });

  it("is the installation's alone, and all or nothing", async () => {
    await expect(loadProcess(actorAs("administrator"), file("second"), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await loadProcess(system, file("second"), now);
    const again = { ...file("third"), events: file("second").events.map((event) => ({ ...event, group: undefined })) };
    await expect(loadProcess(system, again, now)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    expect(await db().workingGroup.count({ where: { slug: "third-group" } })).toBe(0);
  });

  it("refuses an event of a group that the file does not hold, and a last day without a first", async () => {
    const other = file("fourth");
    await expect(loadProcess(system, { ...other, groups: [] }, now)).rejects.toThrow();
    await expect(loadProcess(system, { ...other, events: [{ slug: "fourth-event", kind: "other", title: { ka: "რამ" }, endsOn: "2021-09-02" }] }, now)).rejects.toThrow();
  });
});
