import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { turnstile } from "#lib/platform/turnstile.ts";

/** argon2id, the library's default kind: 19 MiB and two passes, about 10 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at once would take the machine away from the readers. */
const inTurn = turnstile({ atOnce: 4, mayWait: 64, refusal: "TOO_MANY_ATTEMPTS" });

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
