import { systemActor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { inTransaction, type Db } from "#lib/platform/db/client.ts";
import { fulfilmentScale, fundingSources, municipalities, organisationKinds, sdgs, thematicAreas } from "./schema.ts";

const placed = <T>(entries: readonly T[]) => entries.map((entry, position) => ({ ...entry, position }));

/** Adds the entries of the default lists that the record lacks; what is there, edited or not, stays as it is. */
export async function ensureLists(now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const skipDuplicates = true;
    const lists = [
      await tx.thematicArea.createMany({ data: placed(thematicAreas), skipDuplicates }),
      await tx.organisationKind.createMany({ data: placed(organisationKinds), skipDuplicates }),
      await tx.fundingSource.createMany({ data: placed(fundingSources), skipDuplicates }),
      await tx.sdg.createMany({ data: [...sdgs], skipDuplicates }),
      await tx.municipality.createMany({ data: placed(municipalities), skipDuplicates }),
      await ensureScale(tx),
    ];
    const added = lists.reduce((sum, { count }) => sum + count, 0);
    if (added > 0) await recordAudit(systemActor("start"), { action: "list.added", entity: "list", entityId: "default", after: { added } }, now);
  });
}

/** The whole scale or nothing of it: one of our grades in a scale that was changed would alter what its ranks mean. */
async function ensureScale(tx: Db): Promise<{ count: number }> {
  const { grades, ...scale } = fulfilmentScale;
  const made = await tx.fulfilmentScale.createMany({ data: [scale], skipDuplicates: true });
  if (made.count === 0) return made;
  return tx.fulfilmentGrade.createMany({ data: grades.map((grade) => ({ ...grade, scaleCode: scale.code })) });
}
