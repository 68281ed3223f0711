import { db, inTransaction } from "#lib/platform/db/client.ts";

const at = new Date("2024-02-01T08:00:00Z");

/** Runs what writes into an adopted plan as an amendment of it would, so that a test can say what it needs row by row. */
export async function asAmendment<T>(planId: string, write: () => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    const { id } = await tx.amendment.create({ data: { planId, createdAt: at, savedAt: at, actorName: "factory" } });
    await tx.$executeRaw`SELECT set_config('open_commitments.amendment', ${id}, true)`;
    const written = await write();
    // An amendment tells what it changed; here a field that says nothing of the rows.
    await tx.planChange.create({ data: { planId, amendmentId: id, at, actorName: "factory", entity: "plan", entityId: planId, operation: "changed", field: "sourceNote" } });
    const made = { status: "made", reason: { en: "A test needs it" }, madeAt: at, number: (await db().amendment.count({ where: { planId } })) };
    await tx.amendment.update({ where: { id }, data: made });
    return written;
  });
}
