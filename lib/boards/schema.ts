import { z } from "zod";

/** Where a report stands, in the order in which it comes about; `none`: nothing of it is there yet. */
export const boardStates = ["none", "draft", "returned", "submitted", "accepted"] as const;
export type BoardState = (typeof boardStates)[number];

/** What of the board is shown, as it stands in the address; null: all. */
export const boardFilterSchema = z.object({
  state: z.enum([...boardStates, "overdue"]).nullable().catch(null).default(null),
  agency: z.uuid().nullable().catch(null).default(null),
});
export type BoardFilter = z.output<typeof boardFilterSchema>;
