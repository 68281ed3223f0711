import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { DomainError } from "#lib/platform/errors.ts";

/** argon2id, the library's default kind: 19 MiB and two passes, about 10 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at once would take the machine away from the readers. */
const atOnce = 4;
const mayWait = 64;
let running = 0;
const waiting: (() => void)[] = [];

/** Runs one hash when its turn comes; refuses with TOO_MANY_ATTEMPTS when the queue is long. */
async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1;
  else {
    if (waiting.length >= mayWait) throw new DomainError("TOO_MANY_ATTEMPTS");
    await new Promise<void>((resume) => waiting.push(resume));
  }
  try {
    return await run();
  } finally {
    // The place is handed to the next in line, or given back.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash of a password, with its salt and cost in it. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

/** The hash of a password that nobody knows, made at first need. What fails is not kept. */
let decoy: string | undefined;

/**
 * True when the password belongs to the hash. Without a hash it takes as long and is false, so that the time of the
 * answer does not tell whether there is an account.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(async () => verify(stored ?? (decoy ??= await hash(randomBytes(16).toString("hex"), cost)), password));
  return stored !== null && matches;
}
