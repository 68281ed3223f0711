import { beforeAll, describe, expect, it } from "vitest";
import { SaxesParser } from "saxes";
import { linkedDataProblems } from "#lib/platform/testing/linked-data.ts";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { resourceNames } from "#lib/record/publication/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { getCatalogueWords, listSitemaps, listSitePages } from "./queries.ts";
import { catalogueOf, robotsOf, sitemapIndexOf, sitemapOf } from "./rules.ts";

const now = new Date("2026-11-20T08:00:00Z");
const site = "https://example.org";
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

function locationsOf(xml: string): string[] {
  const found: string[] = [];
  let inside = false;
  const parser = new SaxesParser();
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", ({ name }) => void (inside = name === "loc"));
  parser.on("text", (text) => { if (inside) found.push(text); });
  parser.on("closetag", () => void (inside = false));
  parser.write(xml).close();
  return found;
}

describe("the list of pages", () => {
  it("has every public page in both languages, and no draft", async () => {
    const names = await listSitemaps();
    expect(locationsOf(sitemapIndexOf(names))).toEqual(names);
    const pages = (await Promise.all(names.map((name) => listSitePages(name)))).flatMap((list) => list ?? []);
    const found = locationsOf(sitemapOf(pages, site));
    expect(found).toHaveLength(pages.length * 2);
    expect(found).toEqual(expect.arrayContaining([`${site}/ka`, `${site}/en/plans/georgia-2018-2019`, `${site}/ka/data`]));
    expect(found.filter((address) => address.includes(mixed.draft))).toEqual([]);
    expect(found.filter((address) => /\/ka\/plans\/[^/]+\/commitments\//.test(address))).toHaveLength(await db().commitment.count({ where: { plan: { status: { not: "draft" } } } }));
    expect(sitemapOf(pages.slice(0, 1), site)).toContain('hreflang="x-default"');
  });

  it.each(["drafts-1", "plans-0", "plans-99", "plans", "constructor-1", "plans-1.xml"])("has no %s", async (name) => expect(await listSitePages(name)).toBeNull());
  it("is named to programs that follow links", () => expect(robotsOf(site)).toContain(`Sitemap: ${site}/sitemap.xml`));
});

describe("the catalogue", () => {
  it("has what DCAT-AP asks for, of every kind, in both languages", async () => {
    const catalogue = catalogueOf(await getCatalogueWords(), site, "https://creativecommons.org/licenses/by/4.0/") as Record<string, Record<string, unknown>[]>;
    for (const name of ["dct:title", "dct:description"]) expect(catalogue[name]?.map((text) => text["@language"])).toEqual(["ka", "en"]);
    expect(catalogue["dct:publisher"]).toMatchObject({ "@type": "foaf:Agent" });
    const datasets = catalogue["dcat:dataset"] ?? [];
    expect(datasets.map((dataset) => dataset["dct:identifier"])).toEqual([...resourceNames]);
    for (const dataset of datasets) {
      expect(dataset).toMatchObject({ "@type": "dcat:Dataset", "dct:title": [{ "@language": "ka" }, { "@language": "en" }], "dct:description": expect.anything() });
      for (const distribution of dataset["dcat:distribution"] as object[]) expect(distribution).toMatchObject({ "dcat:accessURL": { "@id": `${site}/en/data` }, "dct:license": { "@id": expect.any(String) } });
    }
  });

  /** The mandatory properties of DCAT-AP 3, their ranges, and those of its recommended ones that ours has. */
  const dcatAp = `
:Catalog a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ] , [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ] , [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] , [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path foaf:homepage ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path dcat:service ; sh:class dcat:DataService ] .
:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ] , [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ] , [ sh:path dct:publisher ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] , [ sh:path dcat:theme ; sh:nodeKind sh:IRI ; sh:pattern "^http://publications.europa.eu/resource/authority/data-theme/" ] , [ sh:path dct:accrualPeriodicity ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:language ; sh:nodeKind sh:IRI ; sh:pattern "^http://publications.europa.eu/resource/authority/language/" ] , [ sh:path dcat:landingPage ; sh:nodeKind sh:IRI ] .
:Distribution a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path dcat:downloadURL ; sh:nodeKind sh:IRI ] , [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:pattern "^https://www.iana.org/assignments/media-types/" ] , [ sh:path dct:format ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
:Service a sh:NodeShape ; sh:targetClass dcat:DataService ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ] , [ sh:path dcat:endpointURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path dcat:servesDataset ; sh:class dcat:Dataset ] .
:Agent a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
`;

  it("is DCAT-AP 3", async () => {
    const catalogue = catalogueOf(await getCatalogueWords(), site, "https://creativecommons.org/licenses/by/4.0/");
    expect(await linkedDataProblems(catalogue, dcatAp)).toEqual([]);
  });

  /** The same without a property, wherever it is. */
  const without = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => without(item, name));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (key === name ? [] : [[key, without(part, name)]])));
  };

  it.each(["dct:publisher", "dct:title", "dct:description", "dcat:accessURL", "dcat:dataset", "dcat:distribution", "dcat:endpointURL", "foaf:name"])("would be refused without its %s", async (name) => {
    const catalogue = catalogueOf(await getCatalogueWords(), site, "https://creativecommons.org/licenses/by/4.0/");
    expect(await linkedDataProblems(without(catalogue, name) as object, dcatAp)).not.toEqual([]);
  });
});
