import { Client } from "pg";

/** Statements sent to PostgreSQL while `run` runs. */
export async function statements(run: () => Promise<unknown>): Promise<number> {
  const original = Reflect.get(Client.prototype, "query") as (...args: unknown[]) => unknown;
  let count = 0;
  Reflect.set(Client.prototype, "query", function counted(this: Client, ...args: unknown[]) {
    count += 1;
    return Reflect.apply(original, this, args);
  });
  await run().finally(() => Reflect.set(Client.prototype, "query", original));
  return count;
}
