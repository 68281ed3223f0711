/** What an agency reports of a milestone. Never derived from, nor deriving, an assessment. */
export const progressStatuses = ["not_started", "in_progress", "completed", "suspended", "withdrawn"] as const;
export type Progress = (typeof progressStatuses)[number];

export const updateStatuses = ["draft", "submitted", "returned", "accepted", "superseded"] as const;
export type UpdateStatus = (typeof updateStatuses)[number];

export const periodStatuses = ["upcoming", "open", "closed"] as const;
export type PeriodStatus = (typeof periodStatuses)[number];
