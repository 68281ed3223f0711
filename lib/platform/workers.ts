import { PgBoss, type JobResult, type JobWithMetadata } from "pg-boss";
import { machineTime, now } from "#lib/platform/clock.ts";
import { queueOptions, withoutMaking, type Worker } from "#lib/platform/jobs.ts";
import { log } from "#lib/platform/log.ts";

/** Schedules are told on Georgia's clock. */
const tz = "Asia/Tbilisi";

/** How often dead processes' jobs, and due schedules, are looked for. */
const lookEverySeconds = 10;
const stopWithinMs = 20_000;

/** One job, whatever becomes of it: a failure is told, not thrown, as others of the batch may have done well. */
async function settle({ kind, run }: Worker, { id, data, retryCount, retryLimit, signal }: JobWithMetadata<object>): Promise<JobResult> {
  const attempt = retryCount + 1;
  const last = retryCount >= retryLimit;
  try {
    await run(data ?? {}, { id, attempt, last, signal });
    return { id, status: "completed" };
  } catch (error) {
    log[last ? "error" : "warn"]({ err: error, job: kind.name, id, attempt, last }, "a job failed");
    return { id, status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
  }
}

async function begin(boss: PgBoss, worker: Worker): Promise<void> {
  const { kind, schedule, atOnce } = worker;
  await boss.createQueue(kind.name, queueOptions(kind));
  // One that was made by an earlier version keeps its old settings otherwise.
  await boss.updateQueue(kind.name, queueOptions(kind));
  if (schedule) await boss.schedule(kind.name, schedule, {}, { tz });
  const options = { pollingIntervalSeconds: 1, batchSize: atOnce, burstWhenBatchFull: true, includeMetadata: true, perJobResults: true } as const;
  await boss.work<object, unknown, typeof options>(kind.name, options, (jobs) => Promise.all(jobs.map((job) => settle(worker, job))));
}

/** Schedules go by the machine's clock. When a set one jumps, what it may have jumped over is done at once. */
function followJumps(boss: PgBoss, workers: readonly Worker[]): () => void {
  const offset = () => now().getTime() - machineTime();
  let before = offset();
  const look = setInterval(() => {
    const jumped = Math.abs(offset() - before) > 60_000;
    before = offset();
    if (!jumped) return;
    for (const { kind, schedule } of workers) {
      if (schedule) boss.send(kind.name, {}).catch((error: unknown) => log.error({ err: error }, "following the set clock"));
    }
  }, 500);
  return () => clearInterval(look);
}

/**
 * Starts doing the jobs of these workers in this process. Several processes may, each job is done by one.
 * @returns stops: takes no more, and waits up to twenty seconds for what is under way; the rest is taken up again by the next start
 */
export async function startWorkers(workers: readonly Worker[]): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    ...withoutMaking,
    connectionString: process.env.DATABASE_URL ?? "",
    max: 4,
    superviseIntervalSeconds: lookEverySeconds,
    monitorIntervalSeconds: lookEverySeconds,
    cronMonitorIntervalSeconds: lookEverySeconds,
  });
  boss.on("error", (error) => log.error({ err: error }, "the job queue"));
  await boss.start();
  for (const worker of workers) await begin(boss, worker);
  const stopFollowing = process.env.CLOCK_FILE ? followJumps(boss, workers) : () => undefined;
  return async () => {
    stopFollowing();
    await boss.stop({ graceful: true, timeout: stopWithinMs });
  };
}
