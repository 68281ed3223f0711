import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { actorAs, aDraftPlan } from "#prisma/factories.ts";
import { discardEditingDraft, saveEditingDraft } from "./commands.ts";
import { listOwnDrafts } from "./queries.ts";
import { valuesOf } from "./rules.ts";

const [two, five] = [new Date("2026-03-02T10:02:00Z"), new Date("2026-03-02T10:05:00Z")];
let planId = "";
let [nino, giorgi, stranger]: Actor[] = [];

async function personOf(actor: Actor, name: string): Promise<Actor> {
  const { id } = await db().account.create({ data: { email: `${newId()}@example.ge`, name } });
  return { ...actor, accountId: id, name };
}

beforeAll(async () => {
  const { plan, reviewer } = await aDraftPlan();
  planId = plan.id;
  [nino, giorgi] = [await personOf(reviewer, "ნინო"), await personOf(reviewer, "გიორგი")];
  stranger = await personOf(actorAs("secretariat", newId()), "უცხო");
});

const typed = (entityId: string, number: string, changes: object = {}) => ({ planId, entity: "commitment" as const, entityId, values: { number }, place: { partId: null }, version: null, ...changes });

describe("a form that is being filled in", () => {
  it("is kept as it stands, once, and read only by its own person", async () => {
    const id = newId();
    await saveEditingDraft(nino!, typed(id, "1"), two);
    await saveEditingDraft(nino!, typed(id, "1.", { version: 3 }), five);
    const [own] = await listOwnDrafts(nino!, planId);
    expect(own).toEqual({ entity: "commitment", entityId: id, values: valuesOf("commitment", { number: "1." }), base: null, place: { partId: null }, version: 3, savedAt: five });
    expect(await listOwnDrafts(giorgi!, planId)).toEqual([]);
    await discardEditingDraft(giorgi!, { entity: "commitment", entityId: id });
    expect(await listOwnDrafts(nino!, planId)).toHaveLength(1);
    await discardEditingDraft(nino!, { entity: "commitment", entityId: id });
    expect(await listOwnDrafts(nino!, planId)).toEqual([]);
  });

  it("tells a colleague who is at work on it and since when they typed, not what", async () => {
    const id = newId();
    expect((await saveEditingDraft(nino!, typed(id, "7"), two)).others).toEqual([]);
    const { others } = await saveEditingDraft(giorgi!, typed(id, "8"), five);
    expect(others).toEqual([{ entity: "commitment", entityId: id, name: "ნინო", savedAt: two }]);
  });

  it("is of the Secretariat's own plans, of people, and no larger than a form", async () => {
    await expect(saveEditingDraft(stranger!, typed(newId(), "1"), two)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(saveEditingDraft({ ...nino!, accountId: null }, typed(newId(), "1"), two)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(saveEditingDraft(nino!, typed(newId(), "x".repeat(600_000)), two)).rejects.toThrow("textTooLong");
  });

  it("is one of three hundred at most", async () => {
    const busy = await personOf(nino!, "ელენე");
    const row = { accountId: busy.accountId!, planId, entity: "milestone", fields: {}, savedAt: two };
    await db().editingDraft.createMany({ data: Array.from({ length: 299 }, () => ({ ...row, entityId: newId() })) });
    const last = newId();
    for (let times = 0; times < 2; times += 1) await saveEditingDraft(busy, typed(last, "1"), two);
    await expect(saveEditingDraft(busy, typed(newId(), "1"), two)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});
