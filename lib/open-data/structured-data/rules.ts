import type { AdministrativeArea, CollectionPage, CreativeWork, Dataset, DefinedTerm, Event, GovernmentOrganization, ItemPage, Organization, Report, SearchResultsPage, WebPage } from "schema-dts";
import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";

/** Where a thing is and in which language it is told. */
interface Place {
  site: string;
  locale: Locale;
}

/** What was not said is left out of the JSON. */
const said = (text: Localized | null | undefined, locale: Locale): string => localize(text, locale)?.text ?? "";
const maybe = <K extends string>(name: K, value: string | null | undefined): Partial<Record<K, string>> => (value ? { [name]: value } as Partial<Record<K, string>> : {});
const thing = ({ site, locale }: Place, path: string) => ({ "@id": `${site}${path}`, url: `${site}/${locale}${path}` });
/** A work that is read has a language; what exists has none. */
const page = (place: Place, path: string) => ({ ...thing(place, path), inLanguage: [place.locale] });

interface Organisation {
  slug: string;
  name: Localized;
}

function body<T extends "Organization" | "GovernmentOrganization" = "Organization">(place: Place, { slug, name }: Organisation, type = "Organization" as T) {
  return { "@type": type, ...thing(place, `/organisations/${slug}`), name: said(name, place.locale) };
}

/** An action plan as schema.org tells it. */
export function planData(plan: { slug: string; title: Localized; introduction: Localized | null; term: { startsOn: string | null; endsOn: string | null }; secretariat: Organisation }, place: Place, licence: string): CreativeWork {
  const { startsOn, endsOn } = plan.term;
  return {
    "@type": "CreativeWork", ...page(place, `/plans/${plan.slug}`), name: said(plan.title, place.locale), ...maybe("abstract", said(plan.introduction, place.locale)), license: licence,
    ...maybe("temporalCoverage", startsOn && endsOn ? `${startsOn}/${endsOn}` : null), publisher: body(place, plan.secretariat),
  };
}

interface CommitmentFacts {
  slug: string;
  number: string;
  title: Localized | null;
  plainSummary: Localized | null;
  description: Localized | null;
  areas: readonly Localized[];
  lead: Organisation;
  updatedAt: Date | null;
  plan: { slug: string; title: Localized };
}

/** A commitment, as a part of its plan. */
export function commitmentData(commitment: CommitmentFacts, place: Place, licence: string): CreativeWork {
  const { plan } = commitment;
  return {
    "@type": "CreativeWork", ...page(place, `/plans/${plan.slug}/commitments/${commitment.slug}`), identifier: `${plan.slug}/${commitment.slug}`, position: commitment.number,
    ...maybe("name", said(commitment.title, place.locale)), ...maybe("abstract", said(commitment.plainSummary ?? commitment.description, place.locale)), keywords: commitment.areas.map((area) => said(area, place.locale)),
    provider: body(place, commitment.lead), ...maybe("dateModified", commitment.updatedAt?.toISOString()), license: licence,
    isPartOf: { "@type": "CreativeWork", ...page(place, `/plans/${plan.slug}`), name: said(plan.title, place.locale) },
  };
}

/** A published version of a report. */
export function reportData(report: { slug: string; number: number; title: Localized; publishedAt: Date; plan: { slug: string; title: Localized } }, place: Place, licence: string): Report {
  return {
    "@type": "Report", ...page(place, `/reports/${report.slug}`), name: said(report.title, place.locale), version: report.number, datePublished: report.publishedAt.toISOString(), license: licence,
    about: { "@type": "CreativeWork", ...page(place, `/plans/${report.plan.slug}`), name: said(report.plan.title, place.locale) },
    encoding: { "@type": "MediaObject", contentUrl: `${place.site}/api/v1/reports/${report.slug}/versions/${report.number}`, encodingFormat: "application/json" },
  };
}

/** An organisation. */
export function organisationData(organisation: Organisation & { kind: { code: string } }, place: Place): Exclude<Organization | GovernmentOrganization, string> {
  return body(place, organisation, organisation.kind.code === "public_body" ? "GovernmentOrganization" : "Organization");
}

/** The open data as a data set, for search engines of data. */
export function dataSetData(words: { title: string; description: string }, place: Place, licence: string): Dataset {
  return {
    "@type": "Dataset", ...page(place, "/data"), name: words.title, description: words.description, license: licence, isAccessibleForFree: true,
    distribution: [{ "@type": "DataDownload", contentUrl: `${place.site}/api/v1/dumps/all.xlsx`, encodingFormat: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }],
  };
}

interface EventFacts {
  slug: string;
  title: Localized;
  summary: Localized | null;
  /** Calendar days; null: no source states the day. */
  startsOn: string | null;
  endsOn: string | null;
  place: Localized | null;
  cancelled: boolean;
  secretariat: Organisation;
}

/** An event of the process. */
export function eventData(event: EventFacts, place: Place): Event {
  const where = said(event.place, place.locale);
  return {
    "@type": "Event", ...page(place, `/process/${event.slug}`), name: said(event.title, place.locale), ...maybe("description", said(event.summary, place.locale)), ...maybe("startDate", event.startsOn), ...maybe("endDate", event.endsOn),
    eventStatus: event.cancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled", organizer: body(place, event.secretariat), ...(where ? { location: { "@type": "Place", name: where, address: where } } : {}),
  };
}

/** A forum or a working group. */
export function groupData(group: Organisation, place: Place): Exclude<Organization, string> {
  return { "@type": "Organization", ...thing(place, `/working-groups/${group.slug}`), name: said(group.name, place.locale) };
}

/** A municipality of the country. */
export function municipalityData(municipality: { slug: string; name: Localized; region: Localized | null }, place: Place): Exclude<AdministrativeArea, string> {
  const region = said(municipality.region, place.locale);
  return { "@type": "AdministrativeArea", ...thing(place, `/municipalities/${municipality.slug}`), name: said(municipality.name, place.locale), ...(region ? { containedInPlace: { "@type": "AdministrativeArea", name: region } } : {}) };
}

/** A thematic area or a goal, as one of a list. */
export function topicData(topic: { path: string; code: string; name: Localized | null }, place: Place): DefinedTerm {
  return { "@type": "DefinedTerm", ...thing(place, topic.path), name: said(topic.name, place.locale), termCode: topic.code };
}

/** Pages of one thing end with its name; those before it list many. */
const lists = ["compare", "differences", "municipalities", "organisations", "process", "recommendations", "reports", "scales", "standards", "topics", "working-groups"];
const typeOf = (path: string) => {
  const [section = "", ...more] = path.split("/").slice(1);
  if (section === "search") return "SearchResultsPage" as const;
  if (more.length === 0) return lists.includes(section) ? ("CollectionPage" as const) : ("WebPage" as const);
  return more.length === 1 || path.includes("/commitments/") ? ("ItemPage" as const) : ("WebPage" as const);
};

/** What every page is: one of this site, in a language. `path` is without its language. */
export function webPageData(path: string, words: { site: string; description: string }, { site, locale }: Place): WebPage | CollectionPage | ItemPage | SearchResultsPage {
  const search = { "@type": "SearchAction" as const, target: { "@type": "EntryPoint" as const, urlTemplate: `${site}/${locale}/search?q={search_term_string}` }, "query-input": "required name=search_term_string" };
  return {
    "@type": typeOf(path), "@id": `${site}/${locale}${path}#page`, url: `${site}/${locale}${path}`, inLanguage: [locale],
    isPartOf: { "@type": "WebSite", "@id": `${site}/#site`, url: `${site}/${locale}`, name: words.site, description: words.description, potentialAction: search },
  };
}
