import { fulfilmentScale, fundingSources, municipalities, organisationKinds, sdgs, thematicAreas } from "#lib/record/lists/schema.ts";
import { locales } from "#lib/record/localized/schema.ts";
import { termsOf } from "./terms.ts";
import type { WorkbookTerms } from "./schema.ts";

/** The words of an installation whose lists nobody has changed, without a database: for documents, benchmarks and tests. */
export function defaultTerms(organisations: WorkbookTerms["organisations"] = []): Promise<WorkbookTerms> {
  return termsOf(locales, {
    organisationKinds: [...organisationKinds],
    thematicAreas: [...thematicAreas],
    fundingSources: [...fundingSources],
    municipalities: municipalities.map(({ slug, name }) => ({ code: slug, label: name })),
    scales: [{ code: fulfilmentScale.code, label: fulfilmentScale.label }],
    sdgs: sdgs.map(({ number, label }) => ({ code: String(number), label })),
    organisations,
  });
}
