import { beforeAll, describe, expect, it } from "vitest";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { createAccount } from "#lib/accounts/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { actorAs } from "#prisma/factories.ts";
import { aProcess, processNow as now } from "#prisma/process-factories.ts";
import { fulfilRecommendation, respondToRecommendation } from "./commands.ts";
import { getRecommendation, listOwnRecommendations, listUnansweredRecommendations } from "./queries.ts";
import type { FulfilInput, RespondInput } from "./schema.ts";

const later = new Date("2026-11-25T08:00:00Z");
let set: Awaited<ReturnType<typeof aProcess>>;
beforeAll(async () => {
  set = await aProcess();
});

const answerTo = (recommendation: { id: string }, changes: Partial<RespondInput> = {}): RespondInput => ({ recommendationId: recommendation.id, version: 1, disposition: "accepted", text: { ka: "შევასრულებთ" }, ...changes });
const proof = async () => ({ evidenceId: (await addEvidenceLink(set.coordinator, { organisationId: set.agency.id, url: "https://example.ge/portal", title: {} }, now)).id, title: { ka: "პორტალი" } });
const fulfilmentOf = async (recommendation: { id: string }, changes: Partial<FulfilInput> = {}): Promise<FulfilInput> =>
  ({ recommendationId: recommendation.id, version: 2, fulfilledOn: "2026-11-24", text: { ka: "გაკეთდა" }, evidence: [await proof()], ...changes });

describe("the addressee's coordinator", () => {
  it("gives one reasoned response, then shows that it is fulfilled", async () => {
    const { recommendation, event } = await set.aRecommendation();
    expect((await listOwnRecommendations(set.coordinator, later)).waiting).toContainEqual(expect.objectContaining({ id: recommendation.id, days: 5, dueOn: "2026-12" }));
    expect((await listUnansweredRecommendations(set.secretary, later)).map(({ id }) => id)).toContain(recommendation.id);
    await respondToRecommendation(set.coordinator, answerTo(recommendation), now);
    expect((await listOwnRecommendations(set.coordinator, later)).promised.map(({ id }) => id)).toContain(recommendation.id);
    await expect(respondToRecommendation(set.coordinator, answerTo(recommendation, { version: 2 }), now)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
    await fulfilRecommendation(set.coordinator, await fulfilmentOf(recommendation), later);
    expect(await getRecommendation(set.coordinator, recommendation.id, later)).toMatchObject({
      state: "fulfilled", disposition: "accepted", response: { text: { ka: "შევასრულებთ" }, respondedAt: now }, fulfilment: { on: "2026-11-24", text: { ka: "გაკეთდა" }, evidence: [{ title: { ka: "პორტალი" } }] }, event: { id: event.id },
    });
    const actions = (await db().auditEvent.findMany({ where: { entityId: recommendation.id }, orderBy: { id: "asc" } })).map(({ action }) => action);
    expect(actions).toEqual(["recommendation.answered", "evidence.attached", "recommendation.fulfilled"]);
    await expect(fulfilRecommendation(set.coordinator, await fulfilmentOf(recommendation, { version: 3 }), later)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
  });

  it("shows nothing fulfilled before it is answered, without proof, or on a day to come", async () => {
    const { recommendation } = await set.aRecommendation();
    await expect(fulfilRecommendation(set.coordinator, await fulfilmentOf(recommendation, { version: 1 }), later)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
    await respondToRecommendation(set.coordinator, answerTo(recommendation), now);
    await expect(fulfilRecommendation(set.coordinator, await fulfilmentOf(recommendation, { evidence: [], fulfilledOn: "2026-11-26" }), later))
      .rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { evidence: "proofRequired", fulfilledOn: "dateInFuture" } });
    const foreign = await addEvidenceLink(set.secretary, { organisationId: set.secretariat.id, url: "https://example.ge", title: {} }, now);
    await expect(fulfilRecommendation(set.coordinator, await fulfilmentOf(recommendation, { evidence: [{ evidenceId: foreign.id, title: {} }] }), later)).rejects.toThrow("NOT_FOUND");
  });

  it("answers once: of five at the same time exactly one is heard", async () => {
    const { recommendation } = await set.aRecommendation();
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => respondToRecommendation(set.coordinator, answerTo(recommendation), now)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("everybody else", () => {
  it("cannot answer in the addressee's place", async () => {
    const { recommendation } = await set.aRecommendation();
    await expect(respondToRecommendation(set.secretary, answerTo(recommendation), now)).rejects.toThrow("FORBIDDEN");
    for (const actor of [set.stranger, set.otherSecretary, actorAs("monitor", set.agency.id), actorAs("administrator")]) {
      await expect(respondToRecommendation(actor, answerTo(recommendation), now)).rejects.toThrow("NOT_FOUND");
      expect(await getRecommendation(actor, recommendation.id, now)).toBeNull();
    }
    expect((await listOwnRecommendations(set.stranger, now)).waiting).toEqual([]);
  });

  it("but a Secretariat that asks itself answers", async () => {
    const { recommendation } = await set.aRecommendation({ addresseeId: set.secretariat.id });
    expect((await listOwnRecommendations(set.secretary, now)).waiting.map(({ id }) => id)).toEqual([recommendation.id]);
    await expect(respondToRecommendation(set.secretary, answerTo(recommendation), now)).resolves.toMatchObject({ version: 2 });
  });
});

describe("the mail to an addressee", () => {
  it("goes to its coordinators, once an event, in their language, with what is asked", async () => {
    const own = await aProcess();
    const administrator = actorAs("administrator");
    await createAccount(administrator, { name: "კოორდინატორი", email: "coordinator@agency.example.ge", locale: "en", memberships: [{ role: "coordinator", organisationId: own.agency.id }] }, now);
    await own.published({ recommendations: [own.asked(), own.asked({ text: { en: "Second thing" }, dueOn: null })] });
    const mails = await db().mail.findMany({ where: { kind: "recommendation.published", recipient: "coordinator@agency.example.ge" } });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ locale: "en", subject: expect.stringContaining("2 recommendations") });
    expect(mails[0]?.body).toMatch(/Renew the portal[^]*December 2026[^]*\/en\/workspace\/process\/recommendations\/[^]*Second thing/);
  });
});

describe("whoever writes, the database keeps", () => {
  it("an answered recommendation, question and answer", async () => {
    const { recommendation: { id } } = await set.aRecommendation();
    await respondToRecommendation(set.coordinator, answerTo({ id }), now);
    for (const data of [{ text: { ka: "სხვა" } }, { response: { ka: "სხვა" } }, { disposition: "declined" }, { dueOn: "2027" }, { number: 9 }, { addresseeId: set.other.id }]) {
      await expect(db().recommendation.update({ where: { id }, data })).rejects.toThrow("cannot change");
    }
    await expect(db().recommendation.delete({ where: { id } })).rejects.toThrow("cannot change");
  });

  it("a fulfilment from being said without an answer or proof, and afterwards with its proof", async () => {
    const { recommendation: { id } } = await set.aRecommendation();
    const fulfilled = { fulfilledOn: "2026-11-24", fulfilledBy: "ვიღაც" };
    await expect(db().recommendation.update({ where: { id }, data: fulfilled })).rejects.toThrow("Recommendation_fulfilled_once_answered");
    await respondToRecommendation(set.coordinator, answerTo({ id }), now);
    await expect(db().recommendation.update({ where: { id }, data: fulfilled })).rejects.toThrow("fulfilled needs proof");
    const input = await fulfilmentOf({ id });
    await fulfilRecommendation(set.coordinator, input, later);
    await expect(db().recommendation.update({ where: { id }, data: { fulfilledOn: "2026-11-23" } })).rejects.toThrow("cannot change");
    await expect(db().evidence.update({ where: { id: input.evidence[0]!.evidenceId }, data: { removedAt: later } })).rejects.toThrow("cannot change");
    await expect(db().evidence.create({ data: { kind: "link", url: "https://example.ge", organisationId: set.agency.id, uploadedAt: later, recommendationId: id } })).rejects.toThrow("cannot change");
  });
});
