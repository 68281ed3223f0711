import { z } from "zod";
import { roleSchema } from "#lib/record/actors/schema.ts";

const demoAccountSchema = z.object({ role: roleSchema, email: z.string(), password: z.string(), organisation: z.string() });

/** What stands in `demo-accounts.json`: an account to sign in with, written down for the person who tries the demo. */
export type DemoAccount = z.infer<typeof demoAccountSchema>;

export const demoAccountsSchema = z.array(demoAccountSchema);
