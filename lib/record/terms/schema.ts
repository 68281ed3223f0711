import { z } from "zod";

const month = "(0[1-9]|1[0-2])";
const day = "(0[1-9]|[12]\\d|3[01])";
const partialDatePattern = new RegExp(`^\\d{4}(-${month}(-${day})?)?$`);

/** A date as exact as the source gives it: ISO 8601 `2018`, `2018-10` or `2018-10-31`. */
export type PartialDate = string;

function exists(value: string): boolean {
  if (value.length < 10) return true;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export const partialDateSchema = z.string().trim().regex(partialDatePattern, "partialDate").refine(exists, "partialDate");
export const dateSchema = z.string().trim().regex(new RegExp(`^\\d{4}-${month}-${day}$`), "date").refine(exists, "date");

/** When something is to start and end; either may be not stated. */
export interface Term {
  startsOn: PartialDate | null;
  endsOn: PartialDate | null;
}
