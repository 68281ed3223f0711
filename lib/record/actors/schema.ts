import { z } from "zod";

export const roles = ["administrator", "secretariat", "coordinator", "moderator", "monitor"] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

/** One role in one organisation; an administrator's has no organisation. */
export interface ActorMembership {
  role: Role;
  organisationId: string | null;
}

/** Who does something. `accountId` is null for the system itself (an import, a job), whose name says which. */
export interface Actor {
  accountId: string | null;
  name: string;
  memberships: ActorMembership[];
  system: boolean;
  /** Set for somebody without an account who came by a mailed link: bound to one period, coordinator of one organisation. */
  link?: { id: string; periodId: string };
}

/** Somebody without an account, who wrote or asked in public: the audit trail knows that a resident did, not who. */
export const resident: Actor = { accountId: null, name: "resident", memberships: [], system: false };

/** The actor of an import or a job: passes every policy, and its name stands in the audit trail. */
export function systemActor(name: string): Actor {
  return { accountId: null, name, memberships: [], system: true };
}
