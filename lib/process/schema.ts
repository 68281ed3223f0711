export const eventKinds = ["forum_meeting", "working_group_meeting", "results_meeting", "public_consultation", "repository_update", "other"] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStatuses = ["draft", "published", "cancelled"] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Whom somebody who takes part speaks for. */
export const sectors = ["government", "civil_society", "private", "academia", "international", "other"] as const;
export type Sector = (typeof sectors)[number];
