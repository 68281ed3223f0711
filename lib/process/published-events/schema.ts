import { z } from "zod";
import { addressOf, oneValueSchema } from "#lib/record/addresses/schema.ts";
import { eventKinds, type EventKind } from "#lib/process/schema.ts";

/** Which events of the process are shown; null: all. */
export interface EventFilters {
  kind: EventKind | null;
  /** Slugs. */
  secretariat: string | null;
  plan: string | null;
}

const slug = oneValueSchema.pipe(z.string().regex(/^[a-z0-9-]{1,100}$/)).nullable().catch(null);

const filtersSchema = z.object({ kind: oneValueSchema.pipe(z.enum(eventKinds)).nullable().catch(null), secretariat: slug, plan: slug });

/** The filters in an address; unknown parameters and values are as if they were not there. */
export function parseEventFilters(query: Record<string, string | string[] | undefined>): EventFilters {
  return filtersSchema.parse({ ...query });
}

/** The address, without language, of a page of what the filters ask for. */
export function eventsAddress(filters: EventFilters, page = 1): string {
  return addressOf("/process", { ...filters, page });
}
