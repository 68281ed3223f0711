import { addDays } from "date-fns";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { digestMailKind } from "#lib/boards/digests/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";

/** When the last digest was put into a person's mail; null: never. */
export async function getLastDigest(accountId: string): Promise<Date | null> {
  const digest = await db().digest.findFirst({ where: { accountId }, orderBy: { day: "desc" }, select: { createdAt: true } });
  return digest?.createdAt ?? null;
}

/** Somebody whose last reminder could not be delivered. */
export interface FailedReminder {
  accountId: string;
  name: string;
  organisations: Localized[];
  at: Date;
}

/** Failures older than this are no news any more. */
const newsDays = 30;

/** The coordinators in the plans of the actor's Secretariat whose last reminder was given up, and none has reached them since. */
export async function listFailedReminders(actor: Actor, now: Date): Promise<FailedReminder[]> {
  const secretariats = organisationsOf(actor, "secretariat");
  if (secretariats.length === 0) return [];
  const led = { removedAt: null, plan: { status: "adopted", secretariatId: { in: secretariats } } };
  const coordinates = { role: "coordinator", organisation: { OR: [{ commitments: { some: led } }, { milestones: { some: { removedAt: null, commitment: led } } }] } };
  const people = await db().account.findMany({
    where: { disabledAt: null, memberships: { some: coordinates } }, orderBy: { name: "asc" },
    select: { id: true, name: true, email: true, memberships: { where: coordinates, select: { organisation: { select: { name: true } } } } },
  });
  const mails = await db().mail.findMany({
    where: { kind: digestMailKind, status: { not: "queued" }, recipient: { in: people.map(({ email }) => email) }, createdAt: { gte: addDays(now, -newsDays) } },
    orderBy: { createdAt: "desc" }, select: { recipient: true, status: true, createdAt: true },
  });
  return people.flatMap(({ id, name, email, memberships }) => {
    const last = mails.find(({ recipient }) => recipient === email);
    if (last?.status !== "failed") return [];
    return [{ accountId: id, name, organisations: memberships.flatMap(({ organisation }) => (organisation ? [organisation.name as Localized] : [])), at: last.createdAt }];
  });
}
