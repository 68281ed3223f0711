import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applicationUrl } from "./application-role.ts";
import { db, inTransaction } from "./db/client.ts";
import { enqueue, installJobs, worker, type JobKind, type JobUnderWay, type Worker } from "./jobs.ts";
import { startWorkers } from "./workers.ts";

const kind: JobKind<{ n: number }> = { name: "test.count", retries: 2, pauseSeconds: 1, secondsAllowed: 60 };
const done: number[] = [];
const runs: JobUnderWay[] = [];
const counting = worker(kind, async ({ n }, job) => {
  runs.push(job);
  if (n < 0 && !job.last) throw new Error("not yet");
  done.push(n);
});

const stops: (() => Promise<void>)[] = [];
const start = async (...workers: Worker[]) => void stops.push(await startWorkers(workers));

beforeEach(() => {
  done.length = 0;
  runs.length = 0;
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await db().$executeRaw`DELETE FROM pgboss.job`;
});

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !is(); tries += 1) await wait(100);
  expect(is()).toBe(true);
}

describe("a job", () => {
  it("is done once, by one of several processes", async () => {
    for (let n = 1; n <= 20; n += 1) await enqueue(kind, { n });
    await Promise.all([start({ ...counting, atOnce: 5 }), start({ ...counting, atOnce: 5 })]);
    await until(() => done.length >= 20);
    await wait(1_200);
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it("is not there when what caused it was not saved", async () => {
    const failing = inTransaction(async () => {
      await enqueue(kind, { n: 1 });
      throw new Error("not saved");
    });
    await expect(failing).rejects.toThrow("not saved");
    await enqueue(kind, { n: 2 });
    await start(counting);
    await until(() => done.length > 0);
    expect(done).toEqual([2]);
  });

  it("waits for its time", async () => {
    await enqueue(kind, { n: 1 }, { inSeconds: 3_600 });
    await enqueue(kind, { n: 2 });
    await start(counting);
    await until(() => done.length > 0);
    await wait(1_200);
    expect(done).toEqual([2]);
  });

  it("is tried again after a failure, and told when it is for the last time", async () => {
    await enqueue(kind, { n: -1 });
    await start(counting);
    await until(() => done.length > 0);
    expect(runs.map(({ attempt, last }) => [attempt, last])).toEqual([[1, false], [2, false], [3, true]]);
  });

  it("is taken up again when the process at it was killed", async () => {
    await enqueue(kind, { n: 7 });
    // What a killed process leaves: its job under way, and no sign of life since.
    await db().$executeRaw`UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute' WHERE name = ${kind.name}`;
    await start(counting);
    await until(() => done.length > 0);
    expect(runs.map(({ attempt }) => attempt)).toEqual([2]);
  });

  it("under way is finished before the server stops", async () => {
    let ended = false;
    const slow = worker(kind, async () => {
      runs.push({} as JobUnderWay);
      await wait(1_500);
      ended = true;
    });
    await enqueue(kind, { n: 1 });
    await start(slow);
    await until(() => runs.length > 0);
    await Promise.all(stops.splice(0).map((stop) => stop()));
    expect(ended).toBe(true);
  });
});

it("is queued and done by the role as which the application runs, which owns no table", async () => {
  const owner = process.env.DATABASE_URL ?? "";
  await installJobs(owner);
  const url = await applicationUrl(owner);
  const application = new Client({ connectionString: url });
  await application.connect();
  await expect(application.query("DROP TABLE pgboss.queue")).rejects.toMatchObject({ code: "42501" });
  await expect(application.query("CREATE TABLE pgboss.own (id int)")).rejects.toMatchObject({ code: "42501" });
  await application.end();
  process.env.DATABASE_URL = url;
  try {
    await enqueue({ ...kind, name: "test.role" }, { n: 5 });
    await start({ ...counting, kind: { ...kind, name: "test.role" }, schedule: "0 8 * * *" });
    await until(() => done.length > 0);
    await Promise.all(stops.splice(0).map((stop) => stop()));
  } finally {
    process.env.DATABASE_URL = owner;
  }
  expect(done).toEqual([5]);
});
