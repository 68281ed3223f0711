import { z } from "zod";
import { cleanText } from "#lib/record/localized/schema.ts";

export const eventKinds = ["forum_meeting", "working_group_meeting", "results_meeting", "public_consultation", "repository_update", "other"] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStatuses = ["draft", "published", "cancelled"] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Whom somebody who takes part speaks for. */
export const sectors = ["government", "civil_society", "private", "academia", "international", "other"] as const;
export type Sector = (typeof sectors)[number];

/** forum: the multi-stakeholder dialogue space itself. */
export const groupKinds = ["forum", "group"] as const;
export type GroupKind = (typeof groupKinds)[number];

export const memberRoles = ["chair", "co_chair", "secretary", "member"] as const;
export type MemberRole = (typeof memberRoles)[number];

export const recommendationStates = ["waiting", "answered", "fulfilled"] as const;
export type RecommendationState = (typeof recommendationStates)[number];

/** What a form's field holds, as one value: "" is "not stated". */
export function orNothing<T extends z.ZodType<unknown, string>>(schema: T) {
  return z.string().nullable().transform((value) => cleanText(value ?? "").trim() || null).pipe(schema.nullable());
}

/** One of a list, or nothing. */
export const chosenSchema = orNothing(z.uuid("unknownChoice"));

/** Version of a record that was opened. */
export const versionSchema = z.coerce.number().int().positive();
