import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { deliverSms } from "#lib/messages/sms/commands.ts";
import { smsCare, smsDelivery } from "#lib/messages/sms/schema.ts";
import { careForSms } from "#lib/messages/sms-care/commands.ts";

export const smsWorkers = [
  worker(smsDelivery, async ({ smsId }) => void (await deliverSms(smsId, now())), { atOnce: 5 }),
  worker(smsCare, () => careForSms(now()), { schedule: "*/15 * * * *" }),
];
