import jsonld, { type JsonLdDocument } from "jsonld";
import { Parser, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";

/** Nothing is fetched: schema.org's context is this, as far as it says how names and addresses are read. */
const contexts: Record<string, object> = {
  "https://schema.org": {
    "@context": {
      "@vocab": "https://schema.org/", id: "@id", type: "@type", url: { "@type": "@id" }, item: { "@type": "@id" }, license: { "@type": "@id" }, contentUrl: { "@type": "@id" }, eventStatus: { "@type": "@id" },
      datePublished: { "@type": "Date" }, dateModified: { "@type": "Date" }, startDate: { "@type": "Date" }, endDate: { "@type": "Date" },
    },
  },
};

async function documentLoader(address: string) {
  const document = contexts[address.replace(/\/$/, "")];
  if (!document) throw new Error(`${address} would have been fetched`);
  return { document, documentUrl: address };
}

const prefixes = `
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix s: <https://schema.org/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix : <urn:shape:> .
`;

/**
 * What is wrong with JSON-LD by SHACL shapes in Turtle (prefixes are given). Also told: properties that its context does not know, which JSON-LD would leave out in silence.
 */
export async function linkedDataProblems(document: object, shapes: string): Promise<string[]> {
  const asked = structuredClone(document) as JsonLdDocument;
  // Types of an older version: they do not know that the safe mode is there.
  const options = { format: "application/n-quads", documentLoader, safe: true } as jsonld.Options.ToRdf;
  const quads: unknown = await Promise.resolve<unknown>(jsonld.toRDF(asked, options)).catch((error: unknown) => error);
  if (typeof quads !== "string") return [String(quads)];
  const data = new Store(new Parser({ format: "N-Quads" }).parse(quads));
  if (data.size === 0) return ["nothing is said"];
  const validator = new SHACLValidator(new Store(new Parser().parse(prefixes + shapes)) as never);
  const report = await validator.validate(data as never);
  return report.results.map(({ path, focusNode, message, sourceConstraintComponent }) => `${focusNode?.value} ${path?.value}: ${message.map(({ value }) => value).join(" ") || sourceConstraintComponent?.value}`);
}
