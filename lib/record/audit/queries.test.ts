import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { recordAudit } from "./commands.ts";
import { listAuditChoices, listAuditEvents } from "./queries.ts";
import { auditFilterSchema } from "./schema.ts";

const now = new Date("2020-06-01T08:00:00Z");
const all = auditFilterSchema.parse({});
const actorWith = (role: "administrator" | "secretariat" | "coordinator", organisationId: string | null): Actor => ({ accountId: null, name: "ნინო", memberships: [{ role, organisationId }], system: false });
const planIds: string[] = [];
const secretariatIds: string[] = [];

async function newPlan(slug: string): Promise<void> {
  const { id: secretariatId } = await db().organisation.create({ data: { slug, name: { ka: slug }, kindCode: "public_body" } });
  const plan = await db().plan.create({ data: { slug, title: { ka: slug }, level: "local", countryCode: "GE", startsOn: "2018", endsOn: "2019", status: "adopted", secretariatId, scaleCode: "four" } });
  planIds.push(plan.id);
  secretariatIds.push(secretariatId);
}

beforeAll(async () => {
  await db().organisationKind.create({ data: { code: "public_body", label: { ka: "საჯარო უწყება" } } });
  await db().fulfilmentScale.create({ data: { code: "four", label: { ka: "სკალა" } } });
  await newPlan("national");
  await newPlan("dmanisi");
  const system = systemActor("import");
  for (let index = 0; index < 60; index += 1) await recordAudit(system, { action: "update.saved", entity: "update", entityId: `u${index}`, planId: planIds[0] ?? null, before: { status: "draft" }, after: { status: "submitted" } }, now);
  await recordAudit(system, { action: "plan.adopted", entity: "plan", entityId: "p", planId: planIds[1] ?? null }, now);
  await recordAudit(system, { action: "account.created", entity: "account", entityId: "a" }, now);
});

describe("the trail of changes", () => {
  it("is read whole by an administrator, page by page, the latest first", async () => {
    const administrator = actorWith("administrator", null);
    const first = await listAuditEvents(administrator, all);
    expect([first.total, first.pages, first.events.length, first.events[0]?.action]).toEqual([62, 2, 50, "account.created"]);
    expect((await listAuditEvents(administrator, { ...all, page: 2 })).events).toHaveLength(12);
    expect(first.events[2]).toMatchObject({ before: { status: "draft" }, after: { status: "submitted" }, plan: { slug: "national" } });
  });

  it("is narrowed by plan, kind of record and record", async () => {
    const administrator = actorWith("administrator", null);
    expect((await listAuditEvents(administrator, { ...all, plan: planIds[1] })).total).toBe(1);
    expect((await listAuditEvents(administrator, { ...all, entity: "update" })).total).toBe(60);
    expect((await listAuditEvents(administrator, { ...all, entity: "update", record: "u7" })).total).toBe(1);
  });

  it("shows a Secretariat its own plans and nothing else", async () => {
    const secretariat = actorWith("secretariat", secretariatIds[1] ?? null);
    expect((await listAuditEvents(secretariat, all)).events.map(({ action }) => action)).toEqual(["plan.adopted"]);
    expect((await listAuditEvents(secretariat, { ...all, plan: planIds[0] })).total).toBe(0);
    expect(await listAuditChoices(secretariat)).toMatchObject({ plans: [{ id: planIds[1] }], entities: ["plan"] });
  });

  it("shows a Secretariat what it records of the process without a plan, and no other", async () => {
    const event = (secretariatId: string) => db().processEvent.create({ data: { slug: `event-${secretariatId}`, secretariatId, kind: "other", title: {}, startsOn: "2020-05-01", savedAt: now, actorName: "A" } });
    for (const secretariatId of secretariatIds) await recordAudit(systemActor("test"), { action: "event.saved", entity: "event", entityId: (await event(secretariatId)).id }, now);
    const secretariat = actorWith("secretariat", secretariatIds[1] ?? null);
    expect((await listAuditEvents(secretariat, { ...all, entity: "event" })).total).toBe(1);
    expect((await listAuditEvents(secretariat, { ...all, entity: "event", plan: planIds[1] })).total).toBe(0);
    expect((await listAuditChoices(secretariat)).entities).toEqual(["event", "plan"]);
  });

  it("is not there for a coordinator", async () => {
    await expect(listAuditEvents(actorWith("coordinator", secretariatIds[0] ?? null), all)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listAuditChoices(actorWith("coordinator", secretariatIds[0] ?? null))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps what was recorded", async () => {
    await expect(db().auditEvent.deleteMany()).rejects.toThrow(/can only be inserted/);
    await expect(db().auditEvent.updateMany({ data: { actorName: "x" } })).rejects.toThrow(/can only be inserted/);
  });
});
