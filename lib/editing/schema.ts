import { z } from "zod";
import { date, linesShape, number, short, text, title } from "#lib/record/drafting/schema.ts";
import { slugSchema } from "#lib/organisations/schema.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";

export const planLevels = ["national", "local", "sectoral"] as const;
/** The word that a plan uses for its numbered level. */
export const vocabularies = ["commitment", "activity"] as const;
export const partKinds = ["challenge", "objective", "part"] as const;
const once = <T>(values: T[]) => [...new Set(values)];

/** A plan as its adopting act states it; null is "not stated". Its address and its Secretariat stay. */
export const planFieldsSchema = z.object({
  title: title(1_000),
  introduction: text(100_000),
  level: z.enum(planLevels, "unknownChoice"),
  countryCode: z.string().regex(/^[A-Z]{2}$/, "unknownChoice"),
  locality: text(200),
  vocabulary: z.enum(vocabularies, "unknownChoice").default("commitment"),
  startsOn: partialDateSchema,
  endsOn: partialDateSchema,
  scaleCode: z.string().default("georgia"),
  consultationDays: z.int("numberExpected").min(1, "numberTooSmall").max(365, "numberTooLarge").default(14),
  sourceNote: text(),
});

export const legalActFieldsSchema = z.object({
  kind: title(200),
  number: z.string().trim().min(1, "required").max(200, "tooLong"),
  date: partialDateSchema,
  issuingBody: title(300),
  title: text(1_000),
  text: text(100_000),
  appealTerms: text(),
  signatory: text(500),
  url: z.url({ protocol: /^https?$/, error: "url" }).max(2_000, "tooLong").nullable().default(null),
});

export const partFieldsSchema = z.object({
  /** Its key in plan files; null: made from its kind and number, or as it was. */
  slug: slugSchema.nullable().default(null),
  kind: z.enum(partKinds, "unknownChoice"),
  number: short(30),
  title: title(2_000),
  description: text(),
  note: text(),
});

/** A commitment as a plan states it; null is "not stated", also for a title that a scan has lost. */
export const commitmentFieldsSchema = z.object({
  number,
  /** Last segment of its address; null: made from its number, or as it was. It stays once the plan was public. */
  slug: slugSchema.nullable().default(null),
  title: text(),
  description: text(),
  expectedOutcome: text(),
  plainSummary: text(),
  startsOn: date,
  endsOn: date,
  leadOrganisationId: z.uuid("choiceRequired"),
  sourceNote: text(),
  thematicAreas: z.array(z.string()).default([]).transform((codes) => once(codes).sort()),
  sdgs: z.array(z.int("unknownChoice").min(1, "unknownChoice").max(17, "unknownChoice")).default([]).transform((goals) => once(goals).sort((a, b) => a - b)),
  ...linesShape,
});

/** A milestone as a plan states it; null is "not stated". */
export const milestoneFieldsSchema = z.object({
  number,
  title: title(2_000),
  description: text(),
  startsOn: date,
  endsOn: date,
  leadOrganisationId: z.uuid("choiceRequired"),
  ...linesShape,
});

export const planEntities = ["plan", "legal_act", "part", "commitment", "milestone"] as const;
export type PlanEntity = (typeof planEntities)[number];
/** What a plan has many of. */
export type ListedEntity = Exclude<PlanEntity, "plan">;

export const fieldsSchemas = {
  plan: planFieldsSchema,
  legal_act: legalActFieldsSchema,
  part: partFieldsSchema,
  commitment: commitmentFieldsSchema,
  milestone: milestoneFieldsSchema,
} as const satisfies Record<PlanEntity, z.ZodType>;
/** All that is stated of one entity, as the record and an edit hold it. */
export type FieldsOf<E extends PlanEntity> = z.output<(typeof fieldsSchemas)[E]>;
/** The same as a form or a file gives it: what is left out is "not stated". */
export type FieldsInputOf<E extends PlanEntity> = z.input<(typeof fieldsSchemas)[E]>;

/** Right behind this one of its list; null: first; left out: where it is, or last when it is new there. */
const after = z.uuid().nullable().optional();
const parent = z.uuid().nullable().optional();

/** Where something stands. What is left out stays as it is; for what is new it is null, and last. */
export const placeSchemas = {
  plan: z.object({}),
  legal_act: z.object({ after }),
  part: z.object({ after, parentId: parent }),
  commitment: z.object({ after, partId: parent }),
  milestone: z.object({ after, parentId: parent, commitmentId: z.uuid().optional() }),
} as const satisfies Record<PlanEntity, z.ZodType>;

export type PlaceOf<E extends PlanEntity> = z.output<(typeof placeSchemas)[E]>;

export const editOperations = ["add", "change", "remove"] as const;

/** The frame of an edit; `fields` and `place` are read by the schemas of its entity, so that a problem names its own field. */
export const editFrameSchema = z.object({
  op: z.enum(editOperations),
  entity: z.enum(planEntities),
  id: z.uuid(),
  version: z.int().positive().optional(),
  times: z.int().positive().optional(),
  fields: z.unknown().optional(),
  place: z.unknown().optional(),
});

interface Edit<E extends PlanEntity, Fields, Place> {
  /** "add" needs fields, "change" fields or place or both; a plan is only ever changed. */
  op: (typeof editOperations)[number];
  entity: E;
  /** Chosen by who adds: `newId()` of lib/platform/ids.ts. */
  id: string;
  /** The record's, as its editor saw it; left out: whatever it is. */
  version?: number | undefined;
  /** How often it was staged; what a draft amendment counts, nobody else gives it. */
  times?: number | undefined;
  /** The whole entity; which of its fields changed is computed. */
  fields?: Fields | undefined;
  place?: Place | undefined;
}

export type PlanEditOf<E extends PlanEntity> = Edit<E, FieldsOf<E>, PlaceOf<E>>;
/** One change of a plan, as it is checked, staged and applied. */
export type PlanEdit = { [E in PlanEntity]: PlanEditOf<E> }[PlanEntity];
/** One change of a plan, as a form or an import gives it. */
export type PlanEditInput = { [E in PlanEntity]: Edit<E, FieldsInputOf<E>, PlaceOf<E>> }[PlanEntity];

/** What holds something; null: nothing does. */
export interface PlanEntryPlaces {
  legal_act: object;
  part: { parentId: string | null };
  commitment: { partId: string | null };
  milestone: { commitmentId: string; parentId: string | null };
}

/** One thing of a plan. Entries of a list stand in their order; milestones in that of their commitment, nested ones among them. */
export interface PlanEntry<E extends ListedEntity> {
  entity: E;
  id: string;
  /** To be named by the next change of it. */
  version: number;
  /** Taken out by amendment, kept to be read. */
  removed: boolean;
  /** What a draft amendment will do to it. */
  staged: (typeof editOperations)[number] | null;
  place: PlanEntryPlaces[E];
  fields: FieldsOf<E>;
}

/** The whole of a plan as an editor and an import need it. */
export interface PlanContent {
  plan: {
    id: string;
    slug: string;
    status: string;
    secretariatId: string;
    version: number;
    /** Raised by every edit of anything in the plan. */
    revision: number;
    staged: "change" | null;
    fields: FieldsOf<"plan">;
  };
  legalActs: PlanEntry<"legal_act">[];
  parts: PlanEntry<"part">[];
  commitments: PlanEntry<"commitment">[];
  milestones: PlanEntry<"milestone">[];
}
