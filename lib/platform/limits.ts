import { createHmac } from "node:crypto";
import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#lib/platform/errors.ts";

let pool: Pool | undefined;
const limiters = new Map<string, RateLimiterPostgres>();

function openPool(): Pool {
  const opened = new Pool({ connectionString: process.env.DATABASE_URL, max: 4, connectionTimeoutMillis: 5_000 });
  // An idle connection that breaks says so by an event; unheard, it would end the process.
  opened.on("error", () => undefined);
  return opened;
}

function limiterOf(kind: string, points: number, perSeconds: number): RateLimiterPostgres {
  const name = `${kind}:${points}/${perSeconds}`;
  const known = limiters.get(name);
  if (known) return known;
  pool ??= openPool();
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: kind,
    points,
    duration: perSeconds,
  });
  limiters.set(name, limiter);
  return limiter;
}

/** Addresses and e-mails are kept only as keyed hashes. */
function hashed(key: string): string {
  return createHmac("sha256", process.env.AUTH_SECRET ?? "").update(key).digest("base64url");
}

/**
 * Counts one attempt of `kind` by `key` (an address, an account), in PostgreSQL, so that all instances count together.
 * @param amount whole; what counts for more than one: megabytes of a file
 * @throws DomainError TOO_MANY_ATTEMPTS after more than `points` attempts in `perSeconds` seconds.
 */
export async function consume(kind: string, key: string, points: number, perSeconds: number, amount = 1): Promise<void> {
  try {
    await limiterOf(kind, points, perSeconds).consume(hashed(key), amount);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new DomainError("TOO_MANY_ATTEMPTS");
    throw refusal;
  }
}

/** Takes one counted attempt back, for what turned out to be no guess; arguments as in {@link consume}. */
export async function giveBack(kind: string, key: string, points: number, perSeconds: number): Promise<void> {
  await limiterOf(kind, points, perSeconds).reward(hashed(key));
}

/** Closes the connections of the limits; for scripts and tests. */
export async function closeLimits(): Promise<void> {
  limiters.clear();
  const open = pool;
  pool = undefined;
  await open?.end();
}
