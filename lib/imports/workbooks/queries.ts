import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { locales, type Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { termsOf } from "./terms.ts";
import type { WorkbookTerms } from "./schema.ts";

const byPosition = { select: { code: true, label: true }, orderBy: { position: "asc" } } as const;
const entries = (rows: { code: string; label: unknown }[]) => rows.map(({ code, label }) => ({ code, label: label as Localized }));

/** The words that workbooks are written and read with: all languages', the lists and the organisations of the record. */
export async function getWorkbookTerms(): Promise<WorkbookTerms> {
  const [kinds, areas, sources, municipalities, scales, goals, organisations] = await Promise.all([
    db().organisationKind.findMany(byPosition),
    db().thematicArea.findMany(byPosition),
    db().fundingSource.findMany(byPosition),
    listMunicipalityNames(),
    db().fulfilmentScale.findMany({ select: { code: true, label: true }, orderBy: { code: "asc" } }),
    db().sdg.findMany({ orderBy: { number: "asc" } }),
    db().organisation.findMany({ select: { slug: true, name: true }, orderBy: { slug: "asc" } }),
  ]);
  return termsOf(locales, {
    organisationKinds: entries(kinds),
    thematicAreas: entries(areas),
    fundingSources: entries(sources),
    municipalities: municipalities.map(({ slug, name }) => ({ code: slug, label: name })),
    scales: entries(scales),
    sdgs: goals.map(({ number, label }) => ({ code: String(number), label: label as Localized })),
    organisations: organisations.map(({ slug, name }) => ({ key: slug, name: name as Localized })),
  });
}
