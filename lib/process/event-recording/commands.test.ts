import { beforeAll, describe, expect, it } from "vitest";
import { addEvidenceLink, uploadEvidence } from "#lib/evidence/commands.ts";
import { getEvidenceFile } from "#lib/evidence/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { getEventForEditing, listEvents } from "#lib/process/events/queries.ts";
import type { SaveEventInput } from "#lib/process/events/schema.ts";
import { respondToRecommendation } from "#lib/process/recommendations/commands.ts";
import { aProcess, processNow as now } from "#prisma/process-factories.ts";
import { cancelEvent, deleteDraftEvent, publishEvent, saveAndPublishEvent, saveEvent } from "./commands.ts";

const later = new Date("2026-11-22T08:00:00Z");
let set: Awaited<ReturnType<typeof aProcess>>;
beforeAll(async () => {
  set = await aProcess();
});

const auditOf = (entityId: string) => db().auditEvent.findMany({ where: { entityId }, orderBy: { id: "asc" } });
const rowOf = (id: string) => db().processEvent.findUniqueOrThrow({ where: { id }, include: { recommendations: { orderBy: { number: "asc" } } } });
const linked = () => addEvidenceLink(set.secretary, { organisationId: set.secretariat.id, url: "https://example.ge/minutes", title: {} }, now);
/** Saves the event again as it stands, but for the changes. */
async function edit(event: { id: string; version: number }, changes: Partial<SaveEventInput>, at = later) {
  const record = await getEventForEditing(set.secretary, event.id);
  const { recommendations, attendance, place, summary, agenda, minutes, ...content } = record!.content;
  const texts = { place: place ?? {}, summary: summary ?? {}, agenda: agenda ?? {}, minutes: minutes ?? {} };
  const lines = { attendance: attendance.map((line) => ({ ...line, name: line.name ?? {} })), recommendations: recommendations.map(({ number: _, ...line }) => line) };
  return saveEvent(set.secretary, { ...content, ...texts, ...lines, evidence: [], ...event, secretariatId: set.secretariat.id, ...changes }, at);
}

describe("the Secretariat", () => {
  it("records a meeting with who came, what was decided and asked, and its documents", async () => {
    const { id: evidenceId } = await linked();
    const { id, version } = await saveEvent(set.secretary, set.typedEvent({
      attendance: [{ organisationId: set.agency.id, name: {}, sector: "government", people: 3 }, { organisationId: null, name: { ka: "მოქალაქეები" }, sector: "other", people: null }],
      decisions: [{ text: { ka: "გეგმა დამტკიცდეს" } }], recommendations: [set.asked(), set.asked({ text: { en: "Second" }, dueOn: null })], evidence: [{ evidenceId, title: { ka: "ოქმი" } }],
    }), now);
    expect(version).toBe(1);
    const record = await getEventForEditing(set.secretary, id);
    expect(record).toMatchObject({ status: "draft", slug: id, publishedAt: null, evidence: [{ id: evidenceId, title: { ka: "ოქმი" } }] });
    expect(record?.content).toMatchObject({ attendance: [{ organisationId: set.agency.id, people: 3 }, { name: { ka: "მოქალაქეები" }, people: null }], decisions: [{ text: { ka: "გეგმა დამტკიცდეს" } }], recommendations: [{ number: 1, dueOn: "2026-12" }, { number: 2, text: { en: "Second" } }] });
    expect(await auditOf(id)).toMatchObject([{ action: "evidence.attached" }, { action: "event.saved", after: { eventKind: "forum_meeting", recommendations: [{ addressee: expect.objectContaining({ en: expect.stringContaining("agency") }) }, {}] } }]);
    expect(await db().mail.count({ where: { kind: "recommendation.published" } })).toBe(0);
  });

  it("publishes it at an address that stays, each day's its own", async () => {
    const [first, second] = [await set.published({ startsOn: "2026-11-02" }), await set.published({ startsOn: "2026-11-02" })];
    expect([(await rowOf(first.id)).slug, (await rowOf(second.id)).slug]).toEqual(["2026-11-02-forum-meeting", "2026-11-02-forum-meeting-2"]);
    await expect(publishEvent(set.secretary, { eventId: first.id, version: first.version }, now)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
    expect(await rowOf(first.id)).toMatchObject({ status: "published", publishedAt: now, editedAt: null });
  });

  it("announces what is still to come, and does not say what happened at it", async () => {
    const announced = await set.published({ startsOn: "2026-12-10" });
    await expect(edit(announced, { decisions: [{ text: { ka: "გადაწყდა" } }] })).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { startsOn: "dateInFuture" } });
    await expect(edit(announced, { decisions: [{ text: { ka: "გადაწყდა" } }] }, new Date("2026-12-10T08:00:00Z"))).resolves.toMatchObject({ id: announced.id });
  });

  it("edits a public one on the record: before, after, and when", async () => {
    const event = await set.published();
    const edited = await edit(event, { minutes: { ka: "ოქმი" } });
    expect(await rowOf(event.id)).toMatchObject({ editedAt: later, minutes: { ka: "ოქმი" }, version: edited.version });
    expect((await auditOf(event.id)).at(-1)).toMatchObject({ action: "event.changed", before: { minutes: null }, after: { minutes: { ka: "ოქმი" } } });
    const untouched = await set.published();
    await edit(untouched, {});
    expect(await rowOf(untouched.id)).toMatchObject({ editedAt: null });
  });

  it("is told when a colleague saved meanwhile: of five at once exactly one wins", async () => {
    const draft = await saveEvent(set.secretary, set.typedEvent(), now);
    const all = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => edit(draft, { title: { ka: `სათაური ${n}` } })));
    expect(all.map((one) => (one.status === "fulfilled" ? "saved" : one.reason.code)).sort()).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", "CONFLICT", "saved"]);
  });

  it("names its own groups and plans, and organisations that exist", async () => {
    const other = await aProcess();
    const group = await other.publishedGroup();
    await expect(saveEvent(set.secretary, set.typedEvent({ groupId: group.id, recommendations: [set.asked({ addresseeId: group.id })] }), now))
      .rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { groupId: "unknownChoice", "recommendations.0.addresseeId": "unknownChoice" } });
    await expect(saveEvent(set.secretary, set.typedEvent({ startsOn: null }), now)).rejects.toMatchObject({ fieldErrors: { startsOn: "required" } });
  });

  it("publishes a group's meeting with a group that is public", async () => {
    const meeting = (groupId: string | null) => saveAndPublishEvent(set.secretary, set.typedEvent({ kind: "working_group_meeting", groupId }), now);
    await expect(meeting(null)).rejects.toMatchObject({ fieldErrors: { groupId: "choiceRequired" } });
    await expect(meeting((await set.publishedGroup()).id)).resolves.toMatchObject({ version: 2 });
    expect(await db().processEvent.count({ where: { kind: "working_group_meeting" } })).toBe(1);
  });

  it("cancels what does not take place, with its reason, for good", async () => {
    const event = await set.published({ startsOn: "2026-12-10" });
    const cancelled = await cancelEvent(set.secretary, { eventId: event.id, version: event.version, reason: { ka: "გადაიდო" } }, now);
    expect(await rowOf(event.id)).toMatchObject({ status: "cancelled", cancelReason: { ka: "გადაიდო" }, cancelledAt: now });
    await expect(edit(cancelled, { title: { ka: "სხვა" } })).rejects.toThrow("TRANSITION_NOT_ALLOWED");
    const { event: asking } = await set.aRecommendation();
    await expect(cancelEvent(set.secretary, { eventId: asking.id, version: asking.version, reason: { ka: "გადაიდო" } }, now)).rejects.toMatchObject({ fieldErrors: { reason: "inUse" } });
  });

  it("deletes a draft, but nothing that was public", async () => {
    const { id: evidenceId } = await linked();
    const draft = await saveEvent(set.secretary, set.typedEvent({ recommendations: [set.asked()], evidence: [{ evidenceId, title: {} }] }), now);
    await deleteDraftEvent(set.secretary, { eventId: draft.id, version: draft.version }, now);
    expect(await db().processEvent.count({ where: { id: draft.id } })).toBe(0);
    expect(await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } })).toMatchObject({ removedAt: now });
    const event = await set.published();
    await expect(deleteDraftEvent(set.secretary, { eventId: event.id, version: event.version }, now)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
  });
});

describe("a document of an event", () => {
  it("is its Secretariat's until the event is public, then everybody's, and nobody's once it is taken out", async () => {
    const { id } = await uploadEvidence(set.secretary, { organisationId: set.secretariat.id, fileName: "minutes.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") }, now);
    const draft = await saveEvent(set.secretary, set.typedEvent({ evidence: [{ evidenceId: id, title: {} }] }), now);
    expect(await getEvidenceFile(set.secretary, id)).toMatchObject({ isPublic: false });
    for (const actor of [null, set.coordinator, set.otherSecretary]) await expect(getEvidenceFile(actor, id)).rejects.toThrow("NOT_FOUND");
    const event = await publishEvent(set.secretary, { eventId: draft.id, version: draft.version }, now);
    expect(await getEvidenceFile(null, id)).toMatchObject({ isPublic: true, fileName: "minutes.pdf" });
    await edit(event, { evidence: [] });
    await expect(getEvidenceFile(null, id)).rejects.toThrow("NOT_FOUND");
    expect(await rowOf(event.id)).toMatchObject({ editedAt: later });
  });

  it("is not another organisation's", async () => {
    const foreign = await addEvidenceLink(set.coordinator, { organisationId: set.agency.id, url: "https://example.ge", title: {} }, now);
    await expect(saveEvent(set.secretary, set.typedEvent({ evidence: [{ evidenceId: foreign.id, title: {} }] }), now)).rejects.toMatchObject({ code: "NOT_FOUND", fieldErrors: { "evidence.0.evidenceId": "unknownChoice" } });
  });
});

describe("a recommendation of a public event", () => {
  it("leaves its number, which is its address, to no other one when it is taken out", async () => {
    const [first, second, third] = [set.asked(), set.asked(), set.asked()];
    const event = await set.published({ recommendations: [first, second] });
    const shorter = await edit(event, { recommendations: [first] });
    await edit(shorter, { recommendations: [first, third] });
    expect((await rowOf(event.id)).recommendations).toMatchObject([{ id: first.id, number: 1 }, { id: third.id, number: 3 }]);
  });

  it("added later has its own day and number; what was answered stays, whatever the form says", async () => {
    const { event, recommendation } = await set.aRecommendation();
    await respondToRecommendation(set.coordinator, { recommendationId: recommendation.id, version: 1, disposition: "accepted", text: { ka: "დიახ" } }, now);
    await edit(event, { recommendations: [set.asked({ text: { ka: "ახალი" } })] });
    expect((await rowOf(event.id)).recommendations).toMatchObject([{ id: recommendation.id, number: 1, publishedAt: now }, { number: 2, text: { ka: "ახალი" }, publishedAt: later }]);
  });

  it("that is answered while its event is edited keeps the answer: the edit is refused", async () => {
    const { event, recommendation } = await set.aRecommendation();
    await respondToRecommendation(set.coordinator, { recommendationId: recommendation.id, version: 1, disposition: "declined", text: { ka: "არა" } }, now);
    await expect(edit(event, { recommendations: [set.asked({ id: recommendation.id, text: { ka: "სხვა" } })] })).rejects.toThrow("CONFLICT");
  });

  it("that is changed is another question: an answer to the old one is refused", async () => {
    const { event, recommendation } = await set.aRecommendation();
    await edit(event, { recommendations: [set.asked({ id: recommendation.id, text: { ka: "სხვა" } })] });
    await expect(respondToRecommendation(set.coordinator, { recommendationId: recommendation.id, version: 1, disposition: "accepted", text: { ka: "დიახ" } }, now)).rejects.toThrow("CONFLICT");
  });

  it("cannot be another event's", async () => {
    const { recommendation } = await set.aRecommendation();
    await expect(saveEvent(set.secretary, set.typedEvent({ recommendations: [set.asked({ id: recommendation.id })] }), now)).rejects.toThrow("CONFLICT");
  });
});

describe("everybody else", () => {
  it("finds no draft, changes nothing, and is offered nothing", async () => {
    const draft = await saveEvent(set.secretary, set.typedEvent(), now);
    for (const actor of [set.coordinator, set.stranger, set.otherSecretary]) {
      expect(await getEventForEditing(actor, draft.id)).toBeNull();
      await expect(saveEvent(actor, set.typedEvent({ ...draft }), now)).rejects.toThrow("NOT_FOUND");
      await expect(saveEvent(actor, set.typedEvent(), now)).rejects.toThrow("NOT_FOUND");
      for (const command of [publishEvent, deleteDraftEvent]) await expect(command(actor, { eventId: draft.id, version: draft.version }, now)).rejects.toThrow("NOT_FOUND");
      await expect(cancelEvent(actor, { eventId: draft.id, version: draft.version, reason: { ka: "ა" } }, now)).rejects.toThrow("NOT_FOUND");
      expect((await listEvents(actor, {}, now)).filter(({ id }) => id === draft.id)).toEqual([]);
    }
  });
});

describe("whoever writes, the database keeps", () => {
  it("a public event from being deleted, made a draft again or moved, and a cancelled one as it is", async () => {
    const { id } = await set.published();
    for (const data of [{ status: "draft" }, { slug: "elsewhere" }, { publishedAt: later }]) await expect(db().processEvent.update({ where: { id }, data })).rejects.toThrow("cannot be taken back");
    await expect(db().processEvent.delete({ where: { id } })).rejects.toThrow("cannot be taken back");
    await db().processEvent.update({ where: { id }, data: { status: "cancelled", cancelReason: { ka: "ა" } } });
    await expect(db().processEvent.update({ where: { id }, data: { title: { ka: "ბ" } } })).rejects.toThrow("cannot be taken back");
  });
});
