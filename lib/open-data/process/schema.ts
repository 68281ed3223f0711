import { z } from "zod";
import { addresses, evidenceItem, id, instant, maybeDay, maybeInstant, maybeString, maybeText, namedRef, openText, planRef } from "#lib/record/publication/schema.ts";

const who = { organisation: namedRef.nullable(), name: maybeText, sector: z.string() };

export const eventRecord = z.object({
  id, slug: z.string(), kind: z.string(), status: z.enum(["published", "cancelled"]), title: openText, secretariat: namedRef, plan: planRef.nullable(), group: namedRef.nullable(),
  startsOn: maybeDay, endsOn: maybeDay, place: maybeText, link: maybeString, presentsResults: z.boolean(), summary: maybeText, agenda: maybeText, minutes: maybeText,
  attendance: z.array(z.object({ ...who, people: z.int().nullable() })), decisions: z.array(z.object({ number: z.int(), text: openText })), evidence: z.array(evidenceItem),
  cancelReason: maybeText, sourceNote: maybeText, publishedAt: maybeInstant, editedAt: maybeInstant, url: addresses,
});

export const groupRecord = z.object({
  id, slug: z.string(), kind: z.string(), name: openText, mandate: maybeText, secretariat: namedRef, plan: planRef.nullable(), startsOn: maybeDay, endsOn: maybeDay,
  members: z.array(z.object({ ...who, role: z.string() })), sourceNote: maybeText, publishedAt: maybeInstant, url: addresses,
});

export const recommendationRecord = z.object({
  id, event: planRef, number: z.int(), text: openText, addressee: namedRef, dueOn: maybeDay, publishedAt: maybeInstant,
  response: z.object({ disposition: maybeString, text: maybeText, respondedAt: instant }).nullable(),
  fulfilment: z.object({ on: z.string(), text: maybeText, evidence: z.array(evidenceItem) }).nullable(), url: addresses,
});
