import { z } from "zod";

/** One value of a query parameter; of several, the first. */
export const oneValueSchema = z.union([z.string(), z.array(z.string()).transform(([first]) => first ?? "")]);
