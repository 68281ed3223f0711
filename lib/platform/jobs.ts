import { Client } from "pg";
import { fromPrisma, PgBoss, type ConstructorOptions } from "pg-boss";
import { db } from "#lib/platform/db/client.ts";
import { log } from "#lib/platform/log.ts";

/** A process that died at a job is missed after this many seconds, and its job taken up again. */
const heartbeatSeconds = 20;
const longestPauseSeconds = 3_600;

/** A kind of job: pure data, so that it can stand in a feature's schema. */
export interface JobKind<D extends object> {
  /** "mail.deliver" */
  name: string;
  /** How often it is tried again after a failure; a process that died at it counts as one. */
  retries: number;
  /** Before the first retry; about twice as long before each further one, at most an hour. */
  pauseSeconds: number;
  /** A run that takes longer counts as failed. */
  secondsAllowed: number;
  /** Never set: says what the jobs carry. */
  data?: D;
}

/** What a run may know of itself. */
export interface JobUnderWay {
  id: string;
  /** 1 is the first. */
  attempt: number;
  /** Nothing more is tried when this run fails. */
  last: boolean;
  /** Aborted when the run took too long or the server stops. */
  signal: AbortSignal;
}

/** What does the jobs of one kind. Made by {@link worker}. */
export interface Worker {
  kind: JobKind<object>;
  run: (data: object, job: JobUnderWay) => Promise<void>;
  /** Cron expression, in Tbilisi. */
  schedule?: string;
  /** How many jobs of the kind one server does at once. */
  atOnce: number;
}

/** Says who does the jobs of a kind. `run` may be called again for a job that it did half, or whole: that must do no harm. */
export function worker<D extends object>(kind: JobKind<D>, run: (data: D, job: JobUnderWay) => Promise<void>, { schedule, atOnce = 1 }: { schedule?: string; atOnce?: number } = {}): Worker {
  return { kind, run: (data, job) => run(data as D, job), atOnce, ...(schedule ? { schedule } : {}) };
}

/** Only rows are written at run time; tables are the owner's business ({@link installJobs}). */
export const withoutMaking: ConstructorOptions = { migrate: false, createSchema: false, reindex: false, monitorVacuum: false };

/** How a queue treats its jobs. */
export const queueOptions = ({ retries, pauseSeconds, secondsAllowed }: JobKind<object>) => ({
  retryLimit: retries,
  retryDelay: pauseSeconds,
  retryBackoff: true,
  retryDelayMax: longestPauseSeconds,
  expireInSeconds: secondsAllowed,
  heartbeatSeconds,
});

/** Makes the tables of the queue, or brings them up to date. @param ownerUrl address of the database as its owner */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false, reindex: false });
  // Another program that starts on the same database at this moment installs them as well.
  boss.on("error", (error) => log.warn({ err: error }, "installing the job queue"));
  await boss.start();
  await boss.stop({ graceful: false });
}

/** Writes jobs through the transaction under way. It is never started: it has no connection and no timer of its own. */
const writer = new PgBoss({ ...withoutMaking, db: { executeSql: (text, values) => fromPrisma(db()).executeSql(text, values) } });
const known = new Set<string>();

/** A queue is known before its first job. In a transaction of its own: it stays, also when the job is not saved. */
async function ensureQueue(kind: JobKind<object>): Promise<void> {
  const key = `${process.env.DATABASE_URL} ${kind.name}`;
  if (known.has(key)) return;
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("SELECT pgboss.create_queue($1, $2::jsonb)", [kind.name, JSON.stringify({ policy: "standard", ...queueOptions(kind) })]);
  } finally {
    await client.end();
  }
  known.add(key);
}

/**
 * Puts a job into the queue, in the transaction under way: it is done if, and only if, what caused it is saved.
 * @param options.inSeconds not before so many seconds have passed
 * @returns the job's id
 */
export async function enqueue<D extends object>(kind: JobKind<D>, data: D, { inSeconds = 0 }: { inSeconds?: number } = {}): Promise<string> {
  await ensureQueue(kind);
  const id = await writer.send(kind.name, data, { startAfter: Math.max(0, Math.round(inSeconds)), db: fromPrisma(db()) });
  if (!id) throw new Error(`the job ${kind.name} was not taken into the queue`);
  return id;
}
