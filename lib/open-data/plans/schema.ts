import { z } from "zod";
import { addresses, codedLabel, id, instant, maybeDay, maybeInstant, maybeString, maybeText, namedRef, openText, partialDay, periodRef, planRef } from "#lib/record/publication/schema.ts";

const legalAct = z.object({
  kind: openText, number: z.string(), date: partialDay, issuingBody: openText, title: maybeText, text: maybeText, appealTerms: maybeText, signatory: maybeText, url: maybeString,
});

export const planRecord = z.object({
  id, slug: z.string(), title: openText, level: z.enum(["national", "local", "sectoral"]), countryCode: z.string(), locality: maybeText, municipality: namedRef.nullable(), vocabulary: z.enum(["commitment", "activity"]),
  startsOn: partialDay, endsOn: partialDay, status: z.enum(["in_consultation", "adopted", "closed"]), secretariat: namedRef, introduction: maybeText, sourceNote: maybeText,
  consultationOpensOn: maybeDay, consultationEndsOn: maybeDay, legalActs: z.array(legalAct),
  parts: z.array(z.object({ slug: z.string(), parent: maybeString, kind: z.string(), number: maybeString, title: openText, description: maybeText, note: maybeText })),
  url: addresses,
});

const indicator = z.object({ id, code: maybeString, text: openText, baseline: maybeString, target: maybeString, unit: maybeText, removedAt: maybeInstant });
const source = z.object({ id, text: openText, removedAt: maybeInstant });
const budgetLine = z.object({
  amount: maybeString, currency: maybeString, programmeCode: maybeString, fundingSource: codedLabel.nullable(), noAdditionalCost: z.boolean(), statedText: maybeText,
});

/** The Secretariat's newest published judgement. */
const judgement = z.object({ code: z.string(), label: openText, assessor: namedRef, period: periodRef, publishedAt: instant });

/** What is derived from accepted updates, published assessments and terms on the day of reading. */
const standing = { progress: z.string().nullable(), fulfilment: judgement.nullable(), deadline: maybeDay, overdueMonths: z.int().nullable(), lastUpdatedAt: maybeInstant, removedAt: maybeInstant };

const promised = {
  startsOn: maybeDay, endsOn: maybeDay, lead: namedRef, coResponsible: z.array(namedRef), partners: z.array(namedRef),
  indicators: z.array(indicator), verificationSources: z.array(source), budget: z.array(budgetLine), ...standing,
};

export const commitmentRecord = z.object({
  id, plan: planRef.extend({ countryCode: z.string(), locality: maybeText, municipality: namedRef.nullable() }), part: maybeString, number: z.string(), slug: z.string(), shortUrl: z.url(), title: maybeText, plainSummary: maybeText, description: maybeText,
  expectedOutcome: maybeText, thematicAreas: z.array(codedLabel), sdgs: z.array(z.object({ number: z.int(), label: openText })),
  ...promised, milestones: z.array(z.object({ id, number: z.string(), title: openText })), sourceNote: maybeText, url: addresses,
});

export const milestoneRecord = z.object({
  id, plan: planRef, commitment: z.object({ id, number: z.string(), slug: z.string(), title: maybeText }), parent: id.nullable(), number: z.string(), title: openText, description: maybeText,
  ...promised, url: addresses,
});

export const periodRecord = z.object({
  id, plan: planRef, slug: z.string(), label: openText, kind: z.string(), startsOn: partialDay, endsOn: partialDay, dueOn: maybeDay, status: z.string(),
});

export const organisationRecord = z.object({ id, slug: z.string(), name: openText, kind: codedLabel, municipality: namedRef.nullable(), url: addresses });

export const municipalityRecord = z.object({ id: z.string(), slug: z.string(), name: openText, region: maybeText, url: addresses });

export const changeRecord = z.object({
  id, plan: planRef, at: z.iso.datetime(), amendment: z.object({ number: z.int().nullable(), reason: maybeText }).nullable(), entity: z.string(), entityId: id, operation: z.string(),
  number: maybeString, title: maybeText, field: maybeString, before: z.unknown(), after: z.unknown(),
});
