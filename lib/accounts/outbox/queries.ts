import type { Actor } from "#lib/record/actors/schema.ts";
import type { MailStatus } from "#lib/messages/mail/schema.ts";
import { canSeeMail, isToResident } from "#lib/accounts/outbox/policy.ts";
import { withoutAddresses } from "#lib/accounts/outbox/rules.ts";
import { mailPageSize, type MailFilter } from "#lib/accounts/outbox/schema.ts";
import { pagesOf } from "#lib/record/pages/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";

/** A mail as it is shown: never its text, which may hold a link that lets somebody in. */
export interface MailView {
  id: string;
  kind: string;
  /** Null: a resident's address, which nobody is shown. */
  recipient: string | null;
  subject: string;
  status: MailStatus;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  /** Null unless it is to be tried. */
  nextAttemptAt: Date | null;
  lastError: string | null;
  /** It was tried in vain, and its text is still kept. */
  canBeSentAgain: boolean;
}

export interface MailPage {
  mails: MailView[];
  total: number;
  failed: number;
  pages: number;
}

/** A page of what was put into people's mail, the latest first. NOT_FOUND for who may not see it. */
export async function listMail(actor: Actor, { status, page }: MailFilter): Promise<MailPage> {
  if (!canSeeMail(actor)) throw new DomainError("NOT_FOUND");
  const where = status ? { status } : {};
  const select = { id: true, kind: true, recipient: true, subject: true, status: true, attempts: true, createdAt: true, sentAt: true, nextAttemptAt: true, lastError: true } as const;
  const [rows, total, failed] = await Promise.all([
    db().mail.findMany({ where, select, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: (page - 1) * mailPageSize, take: mailPageSize }),
    db().mail.count({ where }),
    db().mail.count({ where: { status: "failed" } }),
  ]);
  const kept = await db().mail.findMany({ where: { id: { in: rows.map(({ id }) => id) }, status: { not: "sent" }, attempts: { gt: 0 }, body: { not: "" } }, select: { id: true } });
  const again = new Set(kept.map(({ id }) => id));
  const mails = rows.map(({ recipient, lastError, nextAttemptAt, status: state, ...row }) => ({
    ...row,
    status: state as MailStatus,
    recipient: isToResident(row.kind) ? null : recipient,
    lastError: lastError && isToResident(row.kind) ? withoutAddresses(lastError) : lastError,
    nextAttemptAt: state === "queued" ? nextAttemptAt : null,
    canBeSentAgain: again.has(row.id),
  }));
  return { mails, total, failed, pages: pagesOf(total, mailPageSize) };
}

/** How many mails were given up. */
export async function countFailedMail(actor: Actor): Promise<number> {
  return canSeeMail(actor) ? db().mail.count({ where: { status: "failed" } }) : 0;
}
