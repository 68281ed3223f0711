// `node bench/plan-write.ts [xlsx|csv|json]`: how long a plan of 5,000 milestones takes from its file to its preview and from there into
// the record, on a PostgreSQL of its own, and how much memory that needs. See README.md here.
import { systemActor } from "#lib/record/actors/schema.ts";
import type { WorkbookFormat } from "#lib/imports/workbooks/schema.ts";
import { generatedPlan } from "./generated-plan.ts";
import { withOwnDatabase } from "./own-database.ts";

const [format = "xlsx"] = process.argv.slice(2) as WorkbookFormat[];
const now = new Date();
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Prints how long something takes, and the most memory beyond what was in use before. */
async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.();
  const [before, start, cpu] = [process.memoryUsage.rss(), performance.now(), process.cpuUsage()];
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
  const value = await work();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  console.log(`  ${what}: ${((performance.now() - start) / 1_000).toFixed(2)} s (${((user + system) / 1_000_000).toFixed(2)} s of this program's own work), at most ${megabytes(Math.max(most, process.memoryUsage.rss()) - before)} more memory`);
  return value;
}

await withOwnDatabase(async () => {
  const [{ createOrganisation }, imports, queries, { applyImport }, { defaultTerms }, { writeWorkbook }, { putFile }] = await Promise.all([
    import("#lib/organisations/commands.ts"), import("#lib/imports/commands.ts"), import("#lib/imports/queries.ts"), import("#lib/imports/work/commands.ts"),
    import("#lib/imports/workbooks/default-terms.ts"), import("#lib/imports/workbooks/writing.ts"), import("#lib/platform/storage.ts"),
  ]);
  const actor = systemActor("bench");
  const plan = generatedPlan(5_000);
  const [own] = plan.organisations;
  const { id: organisationId } = await createOrganisation(actor, { slug: own!.key, name: own!.name, kindCode: own!.kind }, now);
  const bytes = await writeWorkbook(plan, format, "ka", await defaultTerms());
  console.log(`5,000 milestones, ${format}, ${megabytes(bytes.length)}:`);

  const bringIn = async (what: string, planId: string | null, content: Uint8Array) => {
    const [importId, preview] = await measured(`${what}, read and compared`, async () => {
      const fileKey = await putFile(content);
      const received = await imports.receiveImport(actor, { fileKey, fileName: `plan.${format}` }, { organisationId, planId }, now);
      if (!("id" in received)) throw new Error(received.refusal.key);
      return [received.id, await queries.getImportPreview(actor, received.id, { removesMissing: false })] as const;
    });
    console.log(`    ${preview?.changes.length} changes, ${preview?.problems.length} problems`);
    if (!preview || preview.problems.length > 0) throw new Error(JSON.stringify(preview?.problems.slice(0, 3)));
    if (preview.total === 0) return;
    const { version } = (await queries.getImport(actor, importId))!;
    await imports.startImport(actor, { importId, version, revision: preview.revision }, now);
    await measured(`${what}, written`, () => applyImport(importId, now, { last: true }));
    const ended = await queries.getImport(actor, importId);
    if (ended?.status !== "done") throw new Error(`${ended?.status} ${ended?.failure}`);
    return ended.plan?.id;
  };

  const planId = await bringIn("a new plan", null, bytes);
  await bringIn("the same again", planId ?? null, bytes);
  for (const commitment of plan.commitments) for (const milestone of commitment.milestones ?? []) milestone.endsOn = "2027-11";
  await bringIn("every milestone changed", planId ?? null, await writeWorkbook(plan, format, "ka", await defaultTerms()));
});
