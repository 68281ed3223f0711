import { Worker } from "node:worker_threads";
import { DomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log.ts";
import type { FileOrder } from "./making.ts";

/**
 * Where files are made: one at a time, in a thread of its own, so that a large report keeps no page waiting and a flood of
 * first requests takes one core at most. Node runs the thread's file as it is: its place is put together so that the bundler
 * of the pages, which follows what it can read, does not take the typesetter and its fonts into them.
 */
function threadFile(): string {
  return [process.cwd(), "lib", "reports", "files", ["workshop", "thread.ts"].join("-")].join("/");
}
/** Orders in hand beyond these are refused. */
const longestQueue = 16;
const slowestMs = 120_000;
/** After how long without an order the thread ends and gives its memory back. */
const idleMs = 60_000;

/** An order that waits for its turn, and who is told of it. */
interface Waiting {
  order: FileOrder;
  begun: (made: Promise<Uint8Array>) => void;
}
interface Workshop {
  worker: Worker | null;
  /** What is published, before what is downloaded. */
  patient: Waiting[];
  others: Waiting[];
  working: boolean;
  idle: NodeJS.Timeout | undefined;
}
type Made = { bytes: Uint8Array } | { error: string };

const holder = globalThis as typeof globalThis & { openCommitmentsFileWorkshop?: Workshop };

function workshop(): Workshop {
  return (holder.openCommitmentsFileWorkshop ??= { worker: null, patient: [], others: [], working: false, idle: undefined });
}

/**
 * Makes a file after those that were ordered before it.
 * @param patient waits however long the queue is, and comes before those that are not: what a person publishes is neither refused
 *   nor kept waiting because others download
 * @throws DomainError UNAVAILABLE when too many wait
 */
export async function orderFile(order: FileOrder, { patient = false } = {}): Promise<Uint8Array> {
  const shop = workshop();
  if (!patient && shop.others.length + (shop.working ? 1 : 0) >= longestQueue) throw new DomainError("UNAVAILABLE");
  const made = new Promise<Uint8Array>((begun) => (patient ? shop.patient : shop.others).push({ order, begun }));
  if (!shop.working) void work(shop);
  return made;
}

async function work(shop: Workshop): Promise<void> {
  shop.working = true;
  clearTimeout(shop.idle);
  for (let next = shop.patient.shift() ?? shop.others.shift(); next; next = shop.patient.shift() ?? shop.others.shift()) {
    const made = make(shop, next.order);
    next.begun(made);
    await made.catch(() => undefined);
  }
  shop.working = false;
  rest(shop);
}

/** The thread keeps the process alive only while it works. */
function rest(shop: Workshop): void {
  shop.worker?.unref();
  shop.idle = setTimeout(() => end(shop), idleMs).unref();
}

function open(shop: Workshop): Worker {
  const worker = new Worker(threadFile());
  // One that breaks with nothing to do is replaced by the next order; unheard, its error would end the process.
  worker.on("error", (error) => log.error({ err: error }, "the thread that makes files"));
  worker.on("exit", () => {
    if (shop.worker === worker) shop.worker = null;
  });
  return worker;
}

function end(shop: Workshop): void {
  void shop.worker?.terminate();
  shop.worker = null;
}

function make(shop: Workshop, order: FileOrder): Promise<Uint8Array> {
  const worker = (shop.worker ??= open(shop));
  worker.ref();
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      end(shop);
      settle(() => reject(error));
    };
    const answered = (made: Made) => settle(() => ("bytes" in made ? resolve(made.bytes) : reject(new Error(made.error))));
    const ended = () => fail(new Error("the thread that makes files ended"));
    const slow = setTimeout(() => fail(new Error(`a file took longer than ${slowestMs} ms`)), slowestMs);
    const settle = (then: () => void) => {
      clearTimeout(slow);
      worker.off("message", answered).off("error", fail).off("exit", ended);
      then();
    };
    worker.once("message", answered).once("error", fail).once("exit", ended);
    worker.postMessage(order);
  });
}
