import { textsWorker } from "#lib/evidence/texts/jobs.ts";
import { followerWorkers } from "#lib/followers/mails/jobs.ts";
import { importWorkers } from "#lib/imports/work/jobs.ts";
import { mailWorkers } from "#lib/messages/mail/jobs.ts";
import { resetWorker } from "#lib/accounts/passwords/jobs.ts";
import type { Worker } from "#lib/platform/jobs.ts";
import { reminderWorkers } from "#lib/boards/reminders/jobs.ts";
import { filesWorker } from "#lib/reports/files/jobs.ts";
import { smsWorkers } from "#lib/messages/sms-care/jobs.ts";
import { smsNewsWorkers } from "#lib/followers/sms-news/jobs.ts";

/** Everything that is done in the background. */
export const workers: readonly Worker[] = [...mailWorkers, ...smsWorkers, ...smsNewsWorkers, ...importWorkers, ...reminderWorkers, ...followerWorkers, filesWorker, textsWorker, resetWorker];
