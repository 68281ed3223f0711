import { careForMail, deliverMail } from "#lib/messages/mail/commands.ts";
import { mailCare, mailDelivery } from "#lib/messages/mail/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";

export const mailWorkers = [
  worker(mailDelivery, async ({ mailId }) => void (await deliverMail(mailId, now())), { atOnce: 5 }),
  worker(mailCare, () => careForMail(now()), { schedule: "*/15 * * * *" }),
];
