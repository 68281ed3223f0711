/** What became of what somebody said or asked for. Always given with a reason. */
export const dispositions = ["accepted", "partly_accepted", "declined", "already_done", "outside_competence", "answered"] as const;
export type Disposition = (typeof dispositions)[number];
