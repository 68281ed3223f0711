import { locales, type Localized } from "#lib/record/localized/schema.ts";
import { xmlText } from "#lib/news/feeds/rules.ts";
import { resourceNames, type ResourceName } from "#lib/record/publication/schema.ts";
import { dumpFormats, type DumpFormat } from "#lib/open-data/dumps/schema.ts";

/** A page as a search engine is told of it; `at`: when it last changed, null when that is not known. */
export interface SitePage {
  path: string;
  at: Date | null;
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The list of the lists of pages. */
export function sitemapIndexOf(addresses: readonly string[]): string {
  return `${xml}<sitemapindex xmlns="${sitemaps}">${addresses.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>`).join("")}</sitemapindex>\n`;
}

/** A list of pages, each in every language with where the others are. */
export function sitemapOf(pages: readonly SitePage[], site: string): string {
  const address = (locale: string, path: string) => xmlText(`${site}/${locale}${path}`);
  const urls = pages.flatMap(({ path, at }) => {
    const others = [...locales.map((locale) => [locale, locale] as const), ["x-default", locales[0]] as const].map(([tag, locale]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${address(locale, path)}"/>`).join("");
    return locales.map((locale) => `<url><loc>${address(locale, path)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ""}${others}</url>`);
  });
  return `${xml}<urlset xmlns="${sitemaps}" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join("")}</urlset>\n`;
}

/** What programs that follow links should leave alone: places for people who work here, and links that hold a secret. */
export function robotsOf(site: string): string {
  const closed = ["workspace", "sign-in", "second-factor", "forgotten-password", "setup", "reporting", "comments/", "followers/"];
  return ["User-agent: *", "Allow: /api/v1/", "Disallow: /api/", ...closed.map((place) => `Disallow: /*/${place}`), "", `Sitemap: ${site}/sitemap.xml`, ""].join("\n");
}

export interface CatalogueWords {
  title: Localized;
  description: Localized;
  publisher: Localized;
  resources: Record<ResourceName, Localized>;
}

const mediaTypes: Record<DumpFormat, string> = { jsonl: "application/jsonl", csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
const fileTypes: Record<DumpFormat, string> = { jsonl: "JSON", csv: "CSV", xlsx: "XLSX" };
const authority = "http://publications.europa.eu/resource/authority";
const languages = { ka: `${authority}/language/KAT`, en: `${authority}/language/ENG` } as const;

const inLanguages = (text: Localized) => locales.flatMap((locale) => (text[locale] ? [{ "@value": text[locale], "@language": locale }] : []));
const iri = (address: string) => ({ "@id": address });

/** The catalogue of the open data as DCAT-AP 3 in JSON-LD. Its context is in it, so that nothing has to be fetched to read it. */
export function catalogueOf({ title, description, publisher, resources }: CatalogueWords, site: string, licence: string): object {
  const agent = { "@id": `${site}/#publisher`, "@type": "foaf:Agent", "foaf:name": inLanguages(publisher), "foaf:homepage": iri(`${site}/ka`) };
  const distribution = (name: ResourceName, format: DumpFormat) => ({
    "@id": `${site}/api/v1/dumps/${name}.${format}`, "@type": "dcat:Distribution", "dcat:accessURL": iri(`${site}/en/data`), "dcat:downloadURL": iri(`${site}/api/v1/dumps/${name}.${format}`),
    "dcat:mediaType": iri(`https://www.iana.org/assignments/media-types/${mediaTypes[format]}`), "dct:format": iri(`${authority}/file-type/${fileTypes[format]}`), "dct:license": iri(licence),
  });
  const dataset = (name: ResourceName) => ({
    "@id": `${site}/en/data#${name}`, "@type": "dcat:Dataset", "dct:title": inLanguages(resources[name]), "dct:description": inLanguages(description), "dct:identifier": name, "dct:publisher": iri(agent["@id"]),
    "dcat:theme": iri(`${authority}/data-theme/GOVE`), "dct:accessRights": iri(`${authority}/access-right/PUBLIC`), "dct:language": locales.map((locale) => iri(languages[locale])), "dct:spatial": iri(`${authority}/country/GEO`),
    "dct:accrualPeriodicity": iri(`${authority}/frequency/CONT`), "dcat:landingPage": iri(`${site}/en/data`), "dcat:distribution": dumpFormats.map((format) => distribution(name, format)),
  });
  return {
    "@context": { dcat: "http://www.w3.org/ns/dcat#", dct: "http://purl.org/dc/terms/", foaf: "http://xmlns.com/foaf/0.1/" },
    "@id": `${site}/data.jsonld`, "@type": "dcat:Catalog", "dct:title": inLanguages(title), "dct:description": inLanguages(description), "dct:publisher": agent, "dct:license": iri(licence),
    "dct:language": locales.map((locale) => iri(languages[locale])), "foaf:homepage": iri(`${site}/en/data`), "dcat:dataset": resourceNames.map(dataset),
    "dcat:service": [{
      "@id": `${site}/api/v1`, "@type": "dcat:DataService", "dct:title": inLanguages(title), "dcat:endpointURL": iri(`${site}/api/v1`), "dcat:endpointDescription": iri(`${site}/api/v1/openapi.json`),
      "dcat:servesDataset": resourceNames.map((name) => iri(`${site}/en/data#${name}`)), "dct:license": iri(licence),
    }],
  };
}
