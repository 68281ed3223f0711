import { describe, expect, it } from "vitest";
import { linkedDataProblems } from "#lib/platform/testing/linked-data.ts";
import { commitmentData, dataSetData, eventData, groupData, municipalityData, organisationData, planData, reportData, topicData, webPageData } from "./rules.ts";

const place = { site: "https://example.ge", locale: "ka" } as const;
const licence = "https://creativecommons.org/licenses/by/4.0/";
const name = { ka: "სახელი", en: "Name" };
const body = { slug: "office", name };
const plan = { slug: "plan", title: name };

/** What search engines ask of each type, and what every one of ours has. */
const shapes = `
:Named a sh:NodeShape ; sh:targetClass s:CreativeWork, s:Report, s:Dataset, s:Organization, s:GovernmentOrganization, s:Event, s:AdministrativeArea, s:DefinedTerm, s:WebSite ;
  sh:property [ sh:path s:name ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ] .
:Placed a sh:NodeShape ; sh:targetClass s:CreativeWork, s:Report, s:Dataset, s:Event, s:WebPage, s:CollectionPage, s:ItemPage, s:SearchResultsPage ;
  sh:property [ sh:path s:url ; sh:minCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path s:inLanguage ; sh:minCount 1 ; sh:in ("ka" "en") ] .
:Wordless a sh:NodeShape ; sh:targetClass s:Organization, s:GovernmentOrganization, s:AdministrativeArea, s:DefinedTerm ; sh:property [ sh:path s:inLanguage ; sh:maxCount 0 ] .
:Event a sh:NodeShape ; sh:targetClass s:Event ;
  sh:property [ sh:path s:organizer ; sh:minCount 1 ] , [ sh:path s:eventStatus ; sh:minCount 1 ; sh:in (s:EventScheduled s:EventCancelled) ] , [ sh:path s:startDate ; sh:maxCount 1 ; sh:pattern "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" ] .
:Dataset a sh:NodeShape ; sh:targetClass s:Dataset ;
  sh:property [ sh:path s:description ; sh:minCount 1 ] , [ sh:path s:license ; sh:minCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path s:distribution ; sh:minCount 1 ; sh:class s:DataDownload ] .
:Report a sh:NodeShape ; sh:targetClass s:Report ; sh:property [ sh:path s:datePublished ; sh:minCount 1 ] , [ sh:path s:about ; sh:minCount 1 ] .
:Crumbs a sh:NodeShape ; sh:targetClass s:BreadcrumbList ; sh:property [ sh:path s:itemListElement ; sh:minCount 1 ; sh:class s:ListItem ] .
:Crumb a sh:NodeShape ; sh:targetClass s:ListItem ; sh:property [ sh:path s:position ; sh:minCount 1 ; sh:datatype xsd:integer ] , [ sh:path s:name ; sh:minCount 1 ] , [ sh:path s:item ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
:Page a sh:NodeShape ; sh:targetClass s:WebPage, s:CollectionPage, s:ItemPage, s:SearchResultsPage ; sh:property [ sh:path s:isPartOf ; sh:minCount 1 ; sh:class s:WebSite ] .
:Any a sh:NodeShape ; sh:targetSubjectsOf rdf:type ;
  sh:property [ sh:path rdf:type ; sh:in (s:CreativeWork s:Report s:Dataset s:DataDownload s:MediaObject s:Organization s:GovernmentOrganization s:Event s:Place s:AdministrativeArea s:DefinedTerm s:WebSite s:WebPage s:CollectionPage s:ItemPage s:SearchResultsPage s:SearchAction s:EntryPoint s:BreadcrumbList s:ListItem) ] .
`;

const event = { slug: "meeting", title: name, summary: null, startsOn: "2024-05", endsOn: null, place: name, cancelled: false, secretariat: body };
const words = { site: "ღია ვალდებულებები", description: "რას დაჰპირდა ხელისუფლება" };
const all: [string, object][] = [
  ["a plan", planData({ ...plan, introduction: name, term: { startsOn: "2018", endsOn: "2019" }, secretariat: body }, place, licence)],
  ["a commitment", commitmentData({ slug: "c", number: "5", title: name, plainSummary: null, description: name, areas: [name], lead: body, updatedAt: new Date(0), plan }, place, licence)],
  ["a report", reportData({ slug: "r", number: 1, title: name, publishedAt: new Date(0), plan }, place, licence)],
  ["an organisation", organisationData({ ...body, kind: { code: "public_body" } }, place)],
  ["the open data", dataSetData({ title: "მონაცემები", description: "ყველაფერი" }, place, licence)],
  ["an event", eventData(event, place)],
  ["a cancelled event of no day", eventData({ ...event, startsOn: null, place: null, cancelled: true }, place)],
  ["a group", groupData(body, place)],
  ["a municipality", municipalityData({ slug: "zugdidi", name, region: name }, place)],
  ["a thematic area", topicData({ path: "/topics/transparency", code: "transparency", name }, place)],
  ...["", "/search", "/plans/a", "/plans/a/commitments/b", "/topics", "/plans/a/figures", "/data"].map((path): [string, object] => [`the page ${path || "/"}`, webPageData(path, words, place)]),
];

const inContext = (data: object) => ({ "@context": "https://schema.org", ...data });

describe("what search engines are told", () => {
  it.each(all)("of %s is schema.org", async (_, data) => {
    expect(await linkedDataProblems(inContext(data), shapes)).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/undefined|null|""/);
  });

  it.each([
    ["without a name", { "@type": "CreativeWork", "@id": "https://example.ge/x", url: "https://example.ge/x", inLanguage: ["ka"] }],
    ["of a type that there is not", { "@type": "Commitment", "@id": "https://example.ge/x" }],
    ["of an event without an organiser", { ...eventData(event, place), organizer: undefined }],
    ["of a data set without a licence", { ...dataSetData({ title: "x", description: "y" }, place, licence), license: undefined }],
    ["that says nothing", {}],
  ])("is refused %s", async (_, data) => expect(await linkedDataProblems(inContext(JSON.parse(JSON.stringify(data)) as object), shapes)).not.toEqual([]));
});
