import { localize, type Localized } from "#lib/record/localized/schema.ts";
import type { Snapshot, SnapshotCommitment } from "#lib/reports/snapshots/schema.ts";
import type { ReportSource } from "./schema.ts";
import type { DataTable } from "./table-cells.ts";

/** The columns of OGP's own data on commitments, as OGP names them. */
const ogpColumns = [
  "Commitment Unique Identifier", "Country/Locality", "Region", "Action Plan Number", "Commitment Number", "Commitment Title", "Short Title", "Full Text", "Lead Institution", "Supporting Institution(s)",
  "Year Of Submission", "Theme", "URL", "OGP Values", "Specificity", "Potential Impact", "Completion", "Did It Open Government",
] as const;

const english = (value: Localized | null | undefined): string | null => localize(value, "en")?.text ?? null;

/** In English where there is any. What OGP or its reviewers assign and the record does not hold stays empty; IRM's scales are the independent monitor's own, several separated. */
function rowOf(commitment: SnapshotCommitment, { plan }: Snapshot, { site }: ReportSource): DataTable["rows"][number] {
  const independent = commitment.assessments.filter(({ voice }) => voice === "independent");
  const judged = (scale: keyof (typeof independent)[number]["irm"]) => [...new Set(independent.flatMap(({ irm }) => english(irm[scale]?.label) ?? []))].join("; ") || null;
  const country = new Intl.DisplayNames("en", { type: "region" }).of(plan.countryCode) ?? plan.countryCode;
  return {
    "Commitment Unique Identifier": `${plan.slug}/${commitment.slug}`, "Country/Locality": [country, english(plan.locality)].filter(Boolean).join(", "), Region: null, "Action Plan Number": null,
    "Commitment Number": commitment.number, "Commitment Title": english(commitment.title), "Short Title": null, "Full Text": english(commitment.description), "Lead Institution": english(commitment.lead.name),
    "Supporting Institution(s)": commitment.partners.map(({ organisation }) => english(organisation.name)).join("; ") || null, "Year Of Submission": null, Theme: null,
    URL: `${site}/en/plans/${plan.slug}/commitments/${commitment.slug}`, "OGP Values": commitment.thematicAreas.map(({ label }) => english(label)).join("; ") || null,
    Specificity: null, "Potential Impact": judged("potential"), Completion: judged("completion"), "Did It Open Government": judged("earlyResults"),
  };
}

/** The commitments under OGP's own column names, for its open data. */
export function ogpTable(snapshot: Snapshot, source: ReportSource): DataTable {
  return { name: "ogp", columns: ogpColumns, rows: snapshot.commitments.map((commitment) => rowOf(commitment, snapshot, source)) };
}
