import { textsWorker } from "#lib/evidence-texts/jobs.ts";
import { followerWorkers } from "#lib/follower-mails/jobs.ts";
import { importWorkers } from "#lib/import-work/jobs.ts";
import { mailWorkers } from "#lib/mail/jobs.ts";
import { resetWorker } from "#lib/passwords/jobs.ts";
import type { Worker } from "#lib/platform/jobs.ts";
import { reminderWorkers } from "#lib/reminders/jobs.ts";
import { filesWorker } from "#lib/report-files/jobs.ts";
import { smsWorkers } from "#lib/sms-care/jobs.ts";
import { smsNewsWorkers } from "#lib/sms-news/jobs.ts";

/** Everything that is done in the background. */
export const workers: readonly Worker[] = [...mailWorkers, ...smsWorkers, ...smsNewsWorkers, ...importWorkers, ...reminderWorkers, ...followerWorkers, filesWorker, textsWorker, resetWorker];
