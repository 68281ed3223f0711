import { beforeAll, describe, expect, it } from "vitest";
import { SaxesParser } from "saxes";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { resourceNames } from "#lib/open-data/schema.ts";
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
});
