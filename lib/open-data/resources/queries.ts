import type { OpenRecord, Resource } from "#lib/record/publication/schema.ts";
import { commitments, milestones, plans } from "#lib/open-data/plans/queries.ts";
import { events, recommendations, workingGroups } from "#lib/open-data/process/queries.ts";
import { changes, municipalities, organisations, periods } from "#lib/open-data/register/queries.ts";
import { assessments, comments, reports, updates } from "#lib/record/voices-told/queries.ts";
import { isId } from "#lib/platform/ids.ts";
import { pageOf, wantedOf, type Asked } from "./rules.ts";

/** Everything that is given out. */
export const resources: readonly Resource[] = [plans, commitments, milestones, periods, updates, assessments, reports, organisations, municipalities, workingGroups, events, recommendations, comments, changes];

export function findResource(name: string): Resource | null {
  return resources.find((resource) => resource.name === name) ?? null;
}

/** One page of a collection in one statement; in two where, within it, the records begin that have no value to be ordered by. */
export async function listRecords(resource: Resource, asked: Asked, now: Date): Promise<{ records: OpenRecord[]; next: string | null }> {
  const records: OpenRecord[] = [];
  for (const wanted of wantedOf(resource, asked)) {
    const take = wanted.take - records.length;
    if (take > 0) records.push(...(await resource.read({ ...wanted, take }, now)));
  }
  return pageOf(records, asked);
}

/** One record by its key; null when there is none that is public. */
export async function findRecord(resource: Resource, key: string, now: Date): Promise<OpenRecord | null> {
  if (resource.key === "id" ? !isId(key) : !/^[a-z0-9-]{1,200}$/.test(key)) return null;
  const [record] = await resource.read({ where: { [resource.key]: key }, orderBy: [{ [resource.identity ?? "id"]: "asc" }], take: 1 }, now);
  return record ?? null;
}

/** How many records are read at a time. */
const batch = 200;

/** Every record of a collection, in the order of their ids. No connection is held between two batches, so a slow reader holds nothing up. */
export async function* eachRecord(resource: Resource, now: Date, size = batch): AsyncGenerator<OpenRecord> {
  const { identity = "id" } = resource;
  let after: string | null = null;
  while (true) {
    const records: OpenRecord[] = await resource.read({ where: after === null ? {} : { [identity]: { gt: after } }, orderBy: [{ [identity]: "asc" }], take: size }, now);
    yield* records;
    if (records.length < size) return;
    after = records.at(-1)?.id ?? null;
  }
}
