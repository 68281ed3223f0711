import { z } from "zod";
import { addressOf, oneValueSchema } from "#lib/record/addresses/schema.ts";
import { countedKinds, type Counted } from "#lib/figures/schema.ts";
import { dateSchema } from "#lib/record/terms/schema.ts";

/** The tables of a plan, each a section of its page in figures and a CSV file. */
export const planTables = ["timeline", "milestones", "progress", "fulfilment", "changes", "agencies", "parts", "budget", "sources", "years", "programmes"] as const;
export type PlanTable = (typeof planTables)[number];

/** What an address of a plan's figures asks for; what it does not understand is as if it was not there. */
export interface FigureAsk {
  /** Null: milestones where the plan has any. */
  of: Counted | null;
  /** Key of a part; null: the whole plan. */
  part: string | null;
  /** Days on which periods end. */
  from: string | null;
  to: string | null;
  page: number;
}

const askSchema = z.object({
  of: oneValueSchema.pipe(z.enum(countedKinds)).nullable().catch(null),
  part: oneValueSchema.pipe(z.string().regex(/^[a-z0-9_-]{1,100}$/)).nullable().catch(null),
  from: oneValueSchema.pipe(dateSchema).nullable().catch(null),
  to: oneValueSchema.pipe(dateSchema).nullable().catch(null),
  page: oneValueSchema.pipe(z.string().regex(/^[1-9]\d{0,5}$/)).transform(Number).catch(1),
});

export function parseFigureAsk(query: Record<string, string | string[] | undefined>): FigureAsk {
  return askSchema.parse({ ...query });
}

/** The address, without its language, of a plan's figures or of one of its lists; what is asked for by default is left out. */
export function figuresAddress(plan: string, at: "" | "/changes" | "/milestones" | `/${PlanTable}.csv`, ask: Partial<FigureAsk> = {}): string {
  const { of, part, from, to, page } = ask;
  return addressOf(`/plans/${plan}/figures${at}`, { of, part, from, to, page });
}
