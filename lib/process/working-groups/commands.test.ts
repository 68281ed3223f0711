import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { aProcess, processNow as now } from "#prisma/process-factories.ts";
import { deleteDraftGroup, publishGroup, saveGroup } from "./commands.ts";
import { getGroupForEditing, listGroups } from "./queries.ts";
import { saveGroupSchema } from "./schema.ts";

const later = new Date("2026-11-22T08:00:00Z");
let set: Awaited<ReturnType<typeof aProcess>>;
beforeAll(async () => {
  set = await aProcess();
});

const seat = (organisationId: string | null, name = {}) => ({ organisationId, name, sector: "civil_society" as const, role: "member" as const });

describe("the Secretariat", () => {
  it("records a group with its seats in their order, and publishes it at an address made of its name", async () => {
    const draft = await saveGroup(set.secretary, set.typedGroup({ name: { ka: "გამჭვირვალობის ჯგუფი" }, startsOn: "2026", members: [{ ...seat(set.agency.id), sector: "government", role: "chair" }, seat(null, { ka: "ა. ბ." })] }), now);
    expect(await listGroups(set.secretary)).toContainEqual({ id: draft.id, kind: "group", name: { ka: "გამჭვირვალობის ჯგუფი" }, isPublic: false, members: 2, events: 0 });
    await publishGroup(set.secretary, { groupId: draft.id, version: draft.version }, now);
    expect(await getGroupForEditing(set.secretary, draft.id)).toMatchObject({
      slug: "gamchvirvalobis-jgupi", publishedAt: now, editedAt: null, content: { startsOn: "2026", members: [{ organisationId: set.agency.id, role: "chair" }, { name: { ka: "ა. ბ." } }] },
    });
  });

  it("edits a public one on the record", async () => {
    const group = await set.publishedGroup();
    const typed = set.typedGroup({ ...group, members: [seat(set.agency.id)] });
    await saveGroup(set.secretary, typed, later);
    expect(await getGroupForEditing(set.secretary, group.id)).toMatchObject({ editedAt: later, content: { members: [{ organisationId: set.agency.id }] } });
    expect(await db().auditEvent.findFirst({ where: { entityId: group.id }, orderBy: { id: "desc" } })).toMatchObject({ action: "group.changed", before: { members: [] }, after: { members: [{ organisation: expect.anything(), role: "member" }] } });
    await expect(saveGroup(set.secretary, typed, later)).rejects.toThrow("CONFLICT");
    await expect(db().workingGroup.delete({ where: { id: group.id } })).rejects.toThrow("cannot be taken back");
  });

  it("deletes a draft that no event names", async () => {
    const [free, named] = [await saveGroup(set.secretary, set.typedGroup(), now), await saveGroup(set.secretary, set.typedGroup(), now)];
    await db().processEvent.create({ data: { slug: named.id, secretariatId: set.secretariat.id, kind: "other", title: {}, startsOn: "2026-11-01", groupId: named.id, savedAt: now, actorName: "A" } });
    await deleteDraftGroup(set.secretary, { groupId: free.id, version: free.version }, now);
    await expect(deleteDraftGroup(set.secretary, { groupId: named.id, version: named.version }, now)).rejects.toMatchObject({ fieldErrors: { name: "inUse" } });
    expect(await db().workingGroup.count({ where: { id: { in: [free.id, named.id] } } })).toBe(1);
  });

  it("names no organisation that is not there", async () => {
    await expect(saveGroup(set.secretary, set.typedGroup({ members: [seat(set.agency.id), seat("0197a1c0-0000-7000-8000-000000000001")] }), now)).rejects.toMatchObject({ fieldErrors: { "members.1.organisationId": "unknownChoice" } });
  });
});

describe("everybody else", () => {
  it("finds no draft and changes nothing", async () => {
    const draft = await saveGroup(set.secretary, set.typedGroup(), now);
    for (const actor of [set.coordinator, set.otherSecretary]) {
      expect(await getGroupForEditing(actor, draft.id)).toBeNull();
      await expect(saveGroup(actor, set.typedGroup({ ...draft }), now)).rejects.toThrow("NOT_FOUND");
      for (const command of [publishGroup, deleteDraftGroup]) await expect(command(actor, { groupId: draft.id, version: draft.version }, now)).rejects.toThrow("NOT_FOUND");
    }
  });
});

describe("the form of a group", () => {
  it("asks who sits in it, and when it ends after it begins", () => {
    const typed = { id: null, version: null, secretariatId: set.secretariat.id, kind: "group", planId: "", name: { ka: "ჯგუფი" }, mandate: {}, startsOn: "2026", endsOn: "2025-12", members: [{ organisationId: "", name: {}, sector: "", role: "member" }] };
    const issues = saveGroupSchema.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(issues).toContain("members.0.sector: choiceRequired");
    const again = saveGroupSchema.safeParse({ ...typed, members: [{ organisationId: "", name: {}, sector: "other", role: "member" }] }).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(again).toContain("members.0.organisationId: memberRequired");
    expect(saveGroupSchema.safeParse({ ...typed, members: [] }).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(["endsOn: endBeforeStart"]);
  });
});
