import { saveAndPublishEvent } from "#lib/process/event-recording/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import type { SaveEventInput } from "#lib/process/events/schema.ts";
import type { RecommendationLine } from "#lib/process/recommendations/schema.ts";
import { saveAndPublishGroup } from "#lib/process/working-groups/commands.ts";
import type { SaveGroupInput } from "#lib/process/working-groups/schema.ts";
import { actorAs, anOrganisation } from "./factories.ts";

/** The instant at which the meetings made here are recorded: five days after they took place. */
export const processNow = new Date("2026-11-20T08:00:00Z");

/** A Secretariat with its people, an agency with a coordinator, and another of each. */
export async function aProcess() {
  const [secretariat, agency, other] = [await anOrganisation("secretariat", "secretariat"), await anOrganisation("agency"), await anOrganisation("other", "secretariat")];
  const secretary = actorAs("secretariat", secretariat.id);
  /** What the form of an event holds; a forum meeting on 15 November 2026 unless told otherwise. */
  const typedEvent = (changes: Partial<SaveEventInput> = {}): SaveEventInput => ({
    id: null, version: null, secretariatId: secretariat.id, kind: "forum_meeting", planId: null, groupId: null, title: { ka: "ფორუმის სხდომა", en: "Forum meeting" },
    startsOn: "2026-11-15", endsOn: null, place: {}, url: null, summary: {}, agenda: {}, minutes: {}, presentsResults: false, attendance: [], decisions: [], recommendations: [], evidence: [], ...changes,
  });
  const asked = (changes: Partial<RecommendationLine> = {}): RecommendationLine => ({ id: newId(), text: { ka: "პორტალი განახლდეს", en: "Renew the portal" }, addresseeId: agency.id, dueOn: "2026-12", ...changes });
  const typedGroup = (changes: Partial<SaveGroupInput> = {}): SaveGroupInput => ({
    id: null, version: null, secretariatId: secretariat.id, kind: "group", planId: null, name: { ka: "სამუშაო ჯგუფი", en: "Working group" }, mandate: {}, startsOn: null, endsOn: null, members: [], ...changes,
  });
  return {
    secretariat, agency, other, secretary, coordinator: actorAs("coordinator", agency.id), stranger: actorAs("coordinator", other.id), otherSecretary: actorAs("secretariat", other.id),
    typedEvent, typedGroup, asked,
    published: (changes: Partial<SaveEventInput> = {}, now = processNow) => saveAndPublishEvent(secretary, typedEvent(changes), now),
    publishedGroup: (changes: Partial<SaveGroupInput> = {}) => saveAndPublishGroup(secretary, typedGroup(changes), processNow),
    /** A published meeting that asks the agency one thing. */
    aRecommendation: async (changes: Partial<RecommendationLine> = {}) => {
      const event = await saveAndPublishEvent(secretary, typedEvent({ recommendations: [asked(changes)] }), processNow);
      return { event, recommendation: await db().recommendation.findFirstOrThrow({ where: { eventId: event.id } }) };
    },
  };
}
