import { isAdministrator } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who may see what was sent to whom, and send it again; never the texts, which hold links. */
export const canSeeMail = (actor: Actor): boolean => isAdministrator(actor);

/** A commenter's or follower's address is shown to nobody, not even here. */
export const isToResident = (kind: string): boolean => /^(comment|follow)\./.test(kind);
