import { attemptAfter } from "#lib/messages/rules.ts";

/** Minutes to wait after the first, second… failed attempt; after the last attempt there is no further one. */
const waits = [1, 5, 30, 120, 360, 720, 1440] as const;

/** How often a mail is tried before it counts as failed. */
export const maxAttempts = waits.length + 1;

/** When to try again after `attempts` attempts (1 or more); null when the mail has been tried often enough. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  return attemptAfter(waits, attempts, now);
}

/** A mail that is due for so long has lost its job. */
export const unattendedAfterMinutes = 20;

/** How long the text of a mail that was given up is kept, so that it can be sent again. */
export const keepFailedDays = 30;

/** Whose mailbox an address is, for counting: what follows a plus sign is its owner's own label, and as many as anybody likes to make up. */
export function mailboxOf(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, "");
}
