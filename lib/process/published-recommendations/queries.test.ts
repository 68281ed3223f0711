import { describe, expect, it } from "vitest";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { saveEvent } from "#lib/process/event-recording/commands.ts";
import { fulfilRecommendation, respondToRecommendation } from "#lib/process/recommendations/commands.ts";
import { aProcess, processNow as now } from "#prisma/process-factories.ts";
import { listPublishedRecommendations, listRecommendationsOf, listRecommendationsTo } from "./queries.ts";
import { recommendationsAddress, stateSchema } from "./schema.ts";

const later = new Date("2026-11-30T08:00:00Z");

/** A group whose meeting asked an agency three things: one is fulfilled, one answered, one waits. */
async function threeStates() {
  const set = await aProcess();
  const group = await set.publishedGroup();
  const event = await set.published({ kind: "working_group_meeting", groupId: group.id, recommendations: [set.asked(), set.asked(), set.asked()] });
  const rows = await db().recommendation.findMany({ where: { eventId: event.id }, orderBy: { number: "asc" } });
  for (const { id, version, number } of rows.slice(0, 2)) {
    const answered = await respondToRecommendation(set.coordinator, { recommendationId: id, version, disposition: "accepted", text: { en: "Yes" } }, later);
    if (number > 1) continue;
    const proof = await addEvidenceLink(set.coordinator, { organisationId: set.agency.id, url: "https://example.ge/done", title: {} }, later);
    await fulfilRecommendation(set.coordinator, { recommendationId: id, version: answered.version, fulfilledOn: "2026-11-28", text: { en: "Done" }, evidence: [{ evidenceId: proof.id, title: {} }] }, later);
  }
  const { slug } = await db().workingGroup.findUniqueOrThrow({ where: { id: group.id } });
  return { ...set, groupSlug: slug };
}

describe("recommendations", () => {
  it("are listed with where they stand, all or those of one state, and counted", async () => {
    await threeStates();
    const all = await listPublishedRecommendations(null, 1, later);
    expect(all.counts).toEqual({ waiting: 1, answered: 1, fulfilled: 1 });
    expect(all.items.map(({ state }) => state).sort()).toEqual(["answered", "fulfilled", "waiting"]);
    const waiting = await listPublishedRecommendations("waiting", 9, later);
    expect(waiting).toMatchObject({ page: 1, pages: 1, state: "waiting", items: [{ state: "waiting", days: 10, response: null }] });
  });

  it("stand on the page of the group that made them and of the organisation they go to, not of another", async () => {
    const { agency, other, groupSlug } = await threeStates();
    const to = await listRecommendationsTo(agency.slug, later);
    expect(to).toHaveLength(3);
    expect(to[0]).toMatchObject({ group: { path: `/working-groups/${groupSlug}` }, event: { startsOn: "2026-11-15" } });
    expect(await listRecommendationsTo(other.slug, later)).toEqual([]);
    expect((await listRecommendationsOf(groupSlug, later)).counts).toEqual({ waiting: 1, answered: 1, fulfilled: 1 });
  });

  it("of a draft are nobody's business", async () => {
    const set = await aProcess();
    await saveEvent(set.secretary, set.typedEvent({ recommendations: [set.asked()] }), now);
    expect(await listRecommendationsTo(set.agency.slug, later)).toEqual([]);
  });
});

it("a state is read from an address and written to one", () => {
  expect([stateSchema.parse("answered"), stateSchema.parse(["waiting", "x"]), stateSchema.parse("x"), stateSchema.parse(undefined)]).toEqual(["answered", "waiting", null, null]);
  expect([recommendationsAddress(null), recommendationsAddress("waiting"), recommendationsAddress("fulfilled", 2)]).toEqual(["/recommendations", "/recommendations?status=waiting", "/recommendations?status=fulfilled&page=2"]);
});
