import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { Names } from "./rules.ts";

/** Names of everything that a plan can name. */
export async function getNames(): Promise<Names> {
  const organisations = await db().organisation.findMany({ select: { id: true, slug: true, name: true } });
  const labels = <T extends { label: unknown }, K>(rows: readonly T[], key: (row: T) => K) => new Map(rows.map((row): [K, Localized] => [key(row), row.label as Localized]));
  return {
    organisations: new Map(organisations.map(({ id, slug, name }) => [id, { slug, name: name as Localized }])),
    thematicAreas: labels(await db().thematicArea.findMany(), ({ code }) => code),
    sdgs: labels(await db().sdg.findMany(), ({ number }) => number),
    fundingSources: labels(await db().fundingSource.findMany(), ({ code }) => code),
    scales: labels(await db().fulfilmentScale.findMany(), ({ code }) => code),
  };
}
