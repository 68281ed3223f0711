import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client.ts";

export type { Prisma } from "./generated/client.ts";

/** What a query runs on: the client, or the transaction that is under way. */
export type Db = Prisma.TransactionClient;

const ambient = new AsyncLocalStorage<Db | undefined>();
const holder = globalThis as typeof globalThis & { openCommitmentsDb?: PrismaClient };

function client(): PrismaClient {
  if (holder.openCommitmentsDb) return holder.openCommitmentsDb;
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set; start with `npm start`");
  const adapter = new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 5_000 });
  holder.openCommitmentsDb = new PrismaClient({ adapter });
  return holder.openCommitmentsDb;
}

/** The transaction under way in this call chain, else the shared client. */
export function db(): Db {
  return ambient.getStore() ?? client();
}

/**
 * Runs `fn` in one transaction. Inside another `inTransaction` it joins that one, so a command can be part of a larger
 * one (an import) and still be all or nothing. Queries that call {@link db} see the transaction's own writes.
 */
export async function inTransaction<T>(fn: (tx: Db) => Promise<T>, timeoutMs = 10_000): Promise<T> {
  const current = ambient.getStore();
  if (current) return fn(current);
  return client().$transaction((tx) => ambient.run(tx, () => fn(tx)), { timeout: timeoutMs, maxWait: 5_000 });
}

/**
 * Runs `fn` on a connection of its own while a transaction is under way: what it writes is seen at once and stays, whatever
 * becomes of that. It must not touch rows that the transaction has written, or both wait for each other.
 */
export function outsideTransaction<T>(fn: () => Promise<T>): Promise<T> {
  return ambient.run(undefined, fn);
}

/** Closes the pool; for scripts and tests. */
export async function disconnect(): Promise<void> {
  await holder.openCommitmentsDb?.$disconnect();
  delete holder.openCommitmentsDb;
}

/** A piece of a statement with its values apart from its words, to be put into a tagged `$queryRaw`; `noSql` is an empty one. */
export const { sql, empty: noSql } = Prisma;

/** A value for a nullable Json column; null is stored as SQL NULL: "not stated". */
export function jsonOrNull<T extends Prisma.InputJsonObject>(value: T | null): T | typeof Prisma.DbNull {
  return value ?? Prisma.DbNull;
}

/** A value as JSON holds it, for a Json column: what is undefined is left out, dates become texts. */
export function asJson(value: unknown): Prisma.InputJsonValue {
  const json: Prisma.InputJsonValue = JSON.parse(JSON.stringify(value));
  return json;
}

/** PostgreSQL's error class for a unique constraint, as Prisma reports it. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
