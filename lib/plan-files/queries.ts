import { db } from "#lib/platform/db/client.ts";
import { dayOf } from "#lib/terms/rules.ts";
import { planFileProblems, type KnownCodes, type PlanFileProblem } from "./rules.ts";
import { planFileSchema, type PlanFile } from "./schema.ts";

async function getKnownCodes(): Promise<KnownCodes> {
  const byPosition = { select: { code: true }, orderBy: { position: "asc" } } as const;
  const codes = (rows: { code: string }[]) => rows.map(({ code }) => code);
  const scales = await db().fulfilmentScale.findMany({ include: { grades: { orderBy: { rank: "asc" } } } });
  return {
    organisationKinds: codes(await db().organisationKind.findMany(byPosition)),
    thematicAreas: codes(await db().thematicArea.findMany(byPosition)),
    fundingSources: codes(await db().fundingSource.findMany(byPosition)),
    grades: Object.fromEntries(scales.map(({ code, grades }) => [code, codes(grades)])),
  };
}

/** The file, when all of it can be loaded; else everything that is wrong, in the order of the file's parts. */
export async function checkPlanFile(raw: unknown, now: Date): Promise<{ file: PlanFile } | { problems: PlanFileProblem[] }> {
  const problems = planFileProblems(raw, await getKnownCodes(), dayOf(now));
  return problems.length ? { problems } : { file: planFileSchema.parse(raw) };
}
