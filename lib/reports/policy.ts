import { isAdministrator } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who takes over a report that was published elsewhere: an import, or an administrator. */
export function canRecordPublishedReport(actor: Actor): boolean {
  return isAdministrator(actor);
}
