import { isAdministrator } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who may see what was sent and what it costs, and send it again; never the texts, which hold codes, nor whole numbers. */
export const canSeeSms = (actor: Actor): boolean => isAdministrator(actor);
