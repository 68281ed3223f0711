import { inTransaction } from "#lib/platform/db/client.ts";

/** A large installation takes minutes; meanwhile what changes waits. */
const longest = 60 * 60 * 1_000;

/** Makes the index of the search anew, all of it or nothing. @returns how many things can be found */
export async function rebuildIndex(): Promise<number> {
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ documents: number }[]>`SELECT search_rebuild()::int AS documents`;
    return row?.documents ?? 0;
  }, longest);
}
