import { inTransaction } from "#lib/platform/db/client.ts";
import { fulfilmentScale, fundingSources, organisationKinds, sdgs, thematicAreas } from "./schema.ts";

const placed = <T>(entries: readonly T[]) => entries.map((entry, position) => ({ ...entry, position }));

/** Adds the entries of the default lists that the record lacks; what is there, edited or not, stays as it is. */
export async function ensureLists(): Promise<void> {
  await inTransaction(async (tx) => {
    const skipDuplicates = true;
    await tx.thematicArea.createMany({ data: placed(thematicAreas), skipDuplicates });
    await tx.organisationKind.createMany({ data: placed(organisationKinds), skipDuplicates });
    await tx.fundingSource.createMany({ data: placed(fundingSources), skipDuplicates });
    await tx.sdg.createMany({ data: [...sdgs], skipDuplicates });
    const { grades, ...scale } = fulfilmentScale;
    await tx.fulfilmentScale.createMany({ data: [scale], skipDuplicates });
    await tx.fulfilmentGrade.createMany({ data: grades.map((grade) => ({ ...grade, scaleCode: scale.code })), skipDuplicates });
  });
}
