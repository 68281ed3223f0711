import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { NamedMunicipality } from "./rules.ts";

/** The municipalities of the list, in its order. */
export async function listMunicipalityNames(): Promise<NamedMunicipality[]> {
  const rows = await db().municipality.findMany({ select: { slug: true, name: true }, orderBy: [{ position: "asc" }, { slug: "asc" }] });
  return rows.map(({ slug, name }) => ({ slug, name: name as Localized }));
}
