import { z } from "zod";
import { addresses, evidenceItem, id, instant, maybeDay, maybeString, maybeText, namedRef, openText, periodRef, planRef } from "#lib/record/publication/schema.ts";

const subject = {
  plan: planRef, commitment: z.object({ id, number: z.string(), slug: z.string(), title: maybeText }), milestone: z.object({ id, number: z.string(), title: openText }).nullable(),
  period: periodRef, organisation: namedRef, url: addresses,
};

export const updateRecord = z.object({
  id, ...subject, progress: z.string().nullable(), result: maybeText, reasons: maybeText, noProgress: z.boolean(),
  actuals: z.array(z.object({ indicator: id, value: maybeString, text: maybeText })), evidence: z.array(evidenceItem), acceptedAt: instant.nullable(),
});

const irmGrade = z.object({ code: z.string(), label: openText }).nullable();

export const assessmentRecord = z.object({
  id, ...subject, voice: z.enum(["secretariat", "independent"]),
  grade: z.object({ code: z.string(), label: openText, rank: z.int(), scale: z.string() }).nullable(),
  irm: z.object({ completion: irmGrade, verifiable: irmGrade, potential: irmGrade, earlyResults: irmGrade }),
  narrative: maybeText, evidence: z.array(evidenceItem), publishedAt: instant.nullable(), superseded: z.boolean(),
  answer: z.object({ organisation: namedRef, text: openText, publishedAt: instant }).nullable(),
});

const version = z.object({ number: z.int(), stage: z.string(), title: openText, reason: maybeText, publishedAt: instant, sha256: z.string(), url: addresses, data: z.url() });

export const reportRecord = z.object({
  id, slug: z.string(), plan: planRef, period: periodRef, kind: z.string(), status: z.string(), title: openText, consultationOpensOn: maybeDay, consultationEndsOn: maybeDay,
  versions: z.array(version), url: addresses,
});

export const commentRecord = z.object({
  id, plan: planRef, commitment: id.nullable(), report: maybeString, reportVersion: z.int().nullable(), section: maybeString, name: maybeString, body: maybeString, locale: z.string(),
  publishedAt: instant.nullable(), hiddenFor: maybeString, response: z.object({ organisation: namedRef, disposition: maybeString, text: maybeText, publishedAt: instant.nullable() }).nullable(), url: addresses,
});
