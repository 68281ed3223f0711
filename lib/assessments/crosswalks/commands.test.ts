import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { actorAs, anOpenPlan } from "#prisma/factories.ts";
import { recordCrosswalk } from "./commands.ts";
import { getCrosswalkForm, getPublishedScale, listCrosswalksInHand, listPublishedScales } from "./queries.ts";
import { recordCrosswalkSchema, type CrosswalkFormValues } from "./schema.ts";

const now = new Date("2024-07-01T09:00:00Z");
const readings = { fully_implemented: "completion.complete", mostly_implemented: "completion.substantial", partially_implemented: "completion.limited", not_implemented: "completion.not_started" };

function typed(secretariatId: string, changes: Partial<CrosswalkFormValues> = {}, read: Record<string, string | null> = readings) {
  const entries = Object.entries(read).map(([grade, completion]) => ({ grade, completion }));
  return recordCrosswalkSchema.parse({ secretariatId, scaleCode: "georgia", number: 1, entries, reason: { ka: "პირველი", en: "The first" }, ...changes });
}

describe("a crosswalk", () => {
  it("is recorded in numbered versions that stay, with who, when, why and what changed", async () => {
    const { secretariat, reviewer } = await anOpenPlan();
    const grades = await db().fulfilmentGrade.findMany({ where: { scaleCode: "georgia" }, orderBy: { rank: "desc" } });
    expect(grades.map(({ code }) => code).sort()).toEqual(Object.keys(readings).sort());
    await recordCrosswalk(reviewer, typed(secretariat.id), now);
    await recordCrosswalk(reviewer, typed(secretariat.id, { number: 2, reason: { en: "Nothing there is like it" } }, { ...readings, mostly_implemented: "nothing" }), now);
    const view = await getPublishedScale(secretariat.slug, "georgia");
    expect(view?.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(view?.versions[0]).toMatchObject({ recordedAt: now, actorName: null, reason: { en: "Nothing there is like it" }, changes: [{ grade: "mostly_implemented", from: "completion.substantial", to: null }] });
    expect(view?.grades[0]?.code).toBe(grades[0]?.code);
    expect(view?.completions.at(-1)?.rank).toBeNull();
    expect((await getCrosswalkForm(reviewer, { secretariatId: secretariat.id, scaleCode: "georgia" })).versions[0]?.actorName).toBe(reviewer.name);
    const [event] = await db().auditEvent.findMany({ where: { action: "crosswalk.recorded", actorName: reviewer.name }, orderBy: { id: "desc" } });
    expect(event).toMatchObject({ entity: "crosswalk", after: { number: 2 } });
    const row = await db().crosswalk.findFirstOrThrow({ where: { secretariatId: secretariat.id } });
    await expect(db().crosswalk.update({ where: { id: row.id }, data: { number: 9 } })).rejects.toThrow();
    await expect(db().crosswalk.delete({ where: { id: row.id } })).rejects.toThrow();
  });

  it("is not replaced by somebody who has not seen the newest", async () => {
    const { secretariat, reviewer } = await anOpenPlan();
    const both = await Promise.allSettled([recordCrosswalk(reviewer, typed(secretariat.id), now), recordCrosswalk(reviewer, typed(secretariat.id), now)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(recordCrosswalk(reviewer, typed(secretariat.id), now)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(recordCrosswalk(reviewer, typed(secretariat.id, { number: 2 }), now)).rejects.toMatchObject({ fieldErrors: { entries: "nothingChanges" } });
    expect(await db().crosswalk.count({ where: { secretariatId: secretariat.id } })).toBe(1);
  });

  it("is the Secretariat's alone, for a scale that its plans use", async () => {
    const { secretariat, reviewer, agency } = await anOpenPlan();
    const other = await anOpenPlan();
    for (const actor of [other.reviewer, actorAs("coordinator", agency.id), actorAs("monitor", agency.id), actorAs("administrator")]) {
      await expect(recordCrosswalk(actor, typed(secretariat.id), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getCrosswalkForm(actor, { secretariatId: secretariat.id, scaleCode: "georgia" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(recordCrosswalk(reviewer, typed(secretariat.id, { scaleCode: "of-nobody" }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const missing = Object.fromEntries(Object.entries(readings).slice(1));
    await expect(recordCrosswalk(reviewer, typed(secretariat.id, {}, missing), now)).rejects.toMatchObject({ fieldErrors: { entries: "choiceRequired" } });
    await expect(recordCrosswalk(reviewer, typed(secretariat.id, {}, { ...readings, fully_implemented: "completion.brilliant" }), now)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await getCrosswalkForm(reviewer, { secretariatId: secretariat.id, scaleCode: "georgia" })).toMatchObject({ plans: 1, compared: 0, versions: [] });
  });

  it("is listed with its Secretariat, recorded or not", async () => {
    const { secretariat, reviewer } = await anOpenPlan();
    expect(await listCrosswalksInHand(reviewer)).toMatchObject([{ secretariatId: secretariat.id, scaleCode: "georgia", number: 0, recordedAt: null }]);
    await recordCrosswalk(reviewer, typed(secretariat.id), now);
    expect((await listPublishedScales()).find((line) => line.secretariatId === secretariat.id)).toMatchObject({ number: 1, recordedAt: now });
    expect(await getPublishedScale("nobody", "georgia")).toBeNull();
  });
});

describe("the form", () => {
  it("starts with nothing chosen, and asks for every choice", () => {
    const parsed = recordCrosswalkSchema.safeParse({ secretariatId: crypto.randomUUID(), scaleCode: "georgia", number: "1", entries: [{ grade: "fully_implemented", completion: "" }], reason: {} });
    expect(parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(["entries.0.completion: choiceRequired", "reason: required"]);
  });
});
