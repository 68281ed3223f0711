import { z } from "zod";
import { webAddressSchema } from "#lib/evidence/schema.ts";
import { localizedSchema, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { chosenSchema, eventKinds, orNothing, sectors, versionSchema } from "#lib/process/schema.ts";
import { recommendationLineSchema } from "#lib/process/recommendations/schema.ts";
import { dateSchema } from "#lib/record/terms/schema.ts";

/** What is typed, or what was parsed of it before: a form's output is parsed again by its action. */
const peopleSchema = z.union([z.string(), z.number()]).nullable().transform((value) => String(value ?? "").trim() || null)
  .pipe(z.string().regex(/^\d{1,6}$/, "numberExpected").transform(Number).refine((people) => people > 0, "numberTooSmall").nullable());

/** Who came: an organisation of the register, a name, a number of people, or any of these together. */
const attendanceLineSchema = z
  .object({ organisationId: chosenSchema, name: optionalLocalizedSchema(500), sector: z.enum(sectors, "choiceRequired"), people: peopleSchema })
  .refine(({ organisationId, name, people }) => organisationId || name.ka || name.en || people, { message: "whoRequired", path: ["organisationId"] });

const decisionLineSchema = z.object({ text: localizedSchema(5_000) });

/** Everything that is recorded of an event. The lists are the whole of it, but for recommendations that were answered. */
const eventFields = {
  kind: z.enum(eventKinds, "choiceRequired"),
  planId: chosenSchema,
  groupId: chosenSchema,
  title: localizedSchema(500),
  /** Only an event that came from a source that states no day may go on without one. */
  startsOn: orNothing(dateSchema),
  endsOn: orNothing(dateSchema),
  place: optionalLocalizedSchema(500),
  url: orNothing(webAddressSchema),
  summary: optionalLocalizedSchema(),
  agenda: optionalLocalizedSchema(),
  minutes: optionalLocalizedSchema(),
  presentsResults: z.boolean(),
  attendance: z.array(attendanceLineSchema).max(200),
  decisions: z.array(decisionLineSchema).max(100),
  recommendations: z.array(recommendationLineSchema).max(100),
  evidence: z.array(z.object({ evidenceId: z.uuid(), title: optionalLocalizedSchema(500) })).max(50),
};

/** An event as its form holds it. `id` and `version` are null for the first save. */
export const saveEventSchema = z
  .object({ id: z.uuid().nullable(), version: versionSchema.nullable(), secretariatId: z.uuid("choiceRequired"), ...eventFields })
  .refine(({ startsOn, endsOn }) => !endsOn || (startsOn !== null && startsOn <= endsOn), { message: "endBeforeStart", path: ["endsOn"] });
export type SaveEventInput = z.infer<typeof saveEventSchema>;
/** The same before parsing: what the fields of the form hold. */
export type EventFormValues = z.input<typeof saveEventSchema>;

export const eventVersionSchema = z.object({ eventId: z.uuid(), version: versionSchema });
export type EventVersionInput = z.infer<typeof eventVersionSchema>;

export const cancelEventSchema = eventVersionSchema.extend({ reason: localizedSchema(2_000) });
export type CancelEventInput = z.infer<typeof cancelEventSchema>;
