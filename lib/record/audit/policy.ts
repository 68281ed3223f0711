import { isAdministrator, organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** What of the audit trail an actor may read: all, the plans of these Secretariats, or (null) nothing. */
export type AuditScope = "all" | { secretariatIds: string[] } | null;

/** Administrators read every change, a Secretariat those in its own plans, others none. */
export function auditScope(actor: Actor): AuditScope {
  if (isAdministrator(actor)) return "all";
  const secretariatIds = organisationsOf(actor, "secretariat");
  return secretariatIds.length ? { secretariatIds } : null;
}
