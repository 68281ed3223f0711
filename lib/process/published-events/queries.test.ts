import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { cancelEvent, saveEvent } from "#lib/process/event-recording/commands.ts";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { getPublishedEvent } from "#lib/process/queries.ts";
import { loadProcess } from "#lib/process/loading/commands.ts";
import { fulfilRecommendation, respondToRecommendation } from "#lib/process/recommendations/commands.ts";
import { aProcess, processNow as now } from "#prisma/process-factories.ts";
import { countEventsOf, listPublishedEvents } from "./queries.ts";

const all = { kind: null, secretariat: null, plan: null };
const later = new Date("2026-11-22T08:00:00Z");
let set: Awaited<ReturnType<typeof aProcess>>;
beforeAll(async () => {
  set = await aProcess();
});

const slugOf = async (id: string) => (await db().processEvent.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;

describe("the page of an event", () => {
  it("tells all that is on record, and names no person who works for the addressee", async () => {
    const { id: evidenceId } = await addEvidenceLink(set.secretary, { organisationId: set.secretariat.id, url: "https://example.ge/minutes", title: {} }, now);
    const event = await set.published({
      endsOn: "2026-11-16", place: { en: "City hall" }, summary: { en: "Summary" }, presentsResults: true, evidence: [{ evidenceId, title: { en: "List" } }],
      attendance: [{ organisationId: set.agency.id, name: {}, sector: "government", people: 3 }, { organisationId: null, name: { en: "Residents" }, sector: "civil_society", people: null }],
      decisions: [{ text: { en: "Decided" } }], recommendations: [set.asked(), set.asked({ dueOn: null })],
    });
    const [first] = await db().recommendation.findMany({ where: { eventId: event.id }, orderBy: { number: "asc" } });
    if (!first) throw new Error("no recommendation");
    const { version } = await respondToRecommendation(set.coordinator, { recommendationId: first.id, version: first.version, disposition: "accepted", text: { en: "We will" } }, later);
    const proof = await addEvidenceLink(set.coordinator, { organisationId: set.agency.id, url: "https://example.ge/done", title: {} }, later);
    await fulfilRecommendation(set.coordinator, { recommendationId: first.id, version, fulfilledOn: "2026-11-21", text: { en: "Done" }, evidence: [{ evidenceId: proof.id, title: {} }] }, later);

    const slug = await slugOf(event.id);
    const page = await getPublishedEvent(slug, later);
    expect(page).toMatchObject({
      slug, kind: "forum_meeting", cancelled: false, startsOn: "2026-11-15", endsOn: "2026-11-16", presentsResults: true, place: { en: "City hall" }, plan: null, group: null, editedAt: null, publishedAt: now,
      secretariat: { slug: set.secretariat.slug }, documents: [{ url: "https://example.ge/minutes" }], decisions: [{ number: 1, text: { en: "Decided" } }],
      attendance: [{ sector: "government", organisation: { slug: set.agency.slug }, people: 3 }, { sector: "civil_society", organisation: null, name: { en: "Residents" }, people: null }],
      recommendations: [
        { number: 1, path: `/process/${slug}#recommendation-1`, state: "fulfilled", days: 2, dueOn: "2026-12", response: { disposition: "accepted", text: { en: "We will" }, respondedAt: later }, fulfilment: { on: "2026-11-21", text: { en: "Done" }, evidence: [{ url: "https://example.ge/done" }] } },
        { number: 2, state: "waiting", days: 2, dueOn: null, response: null, fulfilment: null },
      ],
    });
    expect(JSON.stringify(page)).not.toContain(set.coordinator.name);
    expect(JSON.stringify(page)).not.toContain(set.secretary.name);
  });

  it("is there for what is public alone; a cancelled event stays with its reason", async () => {
    const draft = await saveEvent(set.secretary, set.typedEvent(), now);
    expect(await getPublishedEvent(await slugOf(draft.id), now)).toBeNull();
    expect(await getPublishedEvent("none", now)).toBeNull();
    const event = await set.published({ startsOn: "2026-12-10" });
    await cancelEvent(set.secretary, { eventId: event.id, version: event.version, reason: { en: "Illness" } }, later);
    expect(await getPublishedEvent(await slugOf(event.id), later)).toMatchObject({ cancelled: true, cancelReason: { en: "Illness" }, cancelledAt: later });
  });

  it("names neither a group nor a plan that is not public", async () => {
    const group = await set.publishedGroup();
    const event = await set.published({ kind: "working_group_meeting", groupId: group.id });
    const slug = await slugOf(event.id);
    const { slug: groupSlug } = await db().workingGroup.findUniqueOrThrow({ where: { id: group.id } });
    expect(await getPublishedEvent(slug, now)).toMatchObject({ group: { path: `/working-groups/${groupSlug}` } });
    const plan = await db().plan.create({ data: { slug: "process-draft", title: { en: "Draft" }, level: "local", countryCode: "GE", startsOn: "2026", endsOn: "2027", status: "draft", secretariatId: set.secretariat.id, scaleCode: "georgia" } });
    await db().processEvent.update({ where: { id: event.id }, data: { planId: plan.id } });
    expect((await getPublishedEvent(slug, now))?.plan).toBeNull();
  });
});

describe("the log of events", () => {
  it("has what is coming first, the soonest on top, then the newest, and what has no day last", async () => {
    const own = await aProcess();
    for (const startsOn of ["2026-11-01", "2026-12-24", "2026-11-20", "2026-12-01"]) await own.published({ startsOn });
    await saveEvent(own.secretary, own.typedEvent({ startsOn: "2026-11-10" }), now);
    const log = await listPublishedEvents({ ...all, secretariat: own.secretariat.slug }, 1, now);
    expect(log.upcoming.map(({ startsOn }) => startsOn)).toEqual(["2026-12-01", "2026-12-24"]);
    expect(log.past.map(({ startsOn }) => startsOn)).toEqual(["2026-11-20", "2026-11-01"]);
    expect(await countEventsOf(own.secretariat.slug)).toBe(4);
    await loadProcess(systemActor("test"), { format: "open-commitments/process/1", organisation: { slug: "undated", name: { en: "Source" }, kind: "civil_society" }, groups: [], events: [{ slug: "undated-one", kind: "other", title: { en: "One" } }, { slug: "dated-one", kind: "other", title: { en: "Two" }, startsOn: "2019-01-01" }] }, now);
    expect((await listPublishedEvents({ ...all, secretariat: "undated" }, 1, now)).past.map(({ slug, startsOn }) => [slug, startsOn])).toEqual([["dated-one", "2019-01-01"], ["undated-one", null]]);
  });

  it("becomes the past at midnight in Tbilisi", async () => {
    const own = await aProcess();
    await own.published({ startsOn: "2026-11-25" });
    const at = async (instant: string) => (await listPublishedEvents({ ...all, secretariat: own.secretariat.slug }, 1, new Date(instant))).upcoming.length;
    expect([await at("2026-11-24T19:59:59Z"), await at("2026-11-24T20:00:00Z")]).toEqual([1, 0]);
  });

  it("filters by kind, Secretariat and plan, and does not ask for what is not known", async () => {
    const own = await aProcess();
    await own.published({ kind: "public_consultation" });
    await own.published();
    const chosen = await listPublishedEvents({ kind: "public_consultation", secretariat: own.secretariat.slug, plan: "no-such-plan" }, 1, now);
    expect(chosen).toMatchObject({ total: 1, filters: { kind: "public_consultation", secretariat: own.secretariat.slug, plan: null } });
    expect(chosen.choices.secretariats.map(({ slug }) => slug)).toContain(own.secretariat.slug);
    expect(chosen.choices.secretariats.map(({ slug }) => slug)).not.toContain(own.other.slug);
    expect(chosen.choices.plans.map(({ slug }) => slug)).not.toContain("process-draft");
  });

  it("shows thirty a page, announcements on the first alone, and the nearest page for one that is not there", async () => {
    const own = await aProcess();
    const secretariatId = own.secretariat.id;
    await db().processEvent.createMany({ data: Array.from({ length: 31 }, (_, index) => ({ slug: `many-${index}`, secretariatId, kind: "other", title: { en: "Event" }, startsOn: "2026-01-01", status: "published", publishedAt: now, savedAt: now, actorName: "test" })) });
    await own.published({ startsOn: "2026-12-24" });
    const of = (page: number) => listPublishedEvents({ ...all, secretariat: own.secretariat.slug }, page, now);
    const [first, second, beyond] = [await of(1), await of(2), await of(99)];
    expect([first.past.length, first.upcoming.length, first.pages, second.past.length, second.upcoming.length, beyond.page]).toEqual([30, 1, 2, 1, 0, 2]);
    expect(new Set([...first.past, ...second.past].map(({ slug }) => slug)).size).toBe(31);
    expect((await of(Number.NaN)).page).toBe(1);
  });
});
