import { z } from "zod";
import { oneValueSchema } from "#lib/record/addresses/schema.ts";

/** Commitments on one page of what gathers them from many plans. */
export const linesPageSize = 25;

/** The page that an address asks for, from 1. */
export const pageSchema = oneValueSchema.transform(Number).pipe(z.number().int().min(1).max(10_000)).catch(1);
