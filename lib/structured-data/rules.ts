import { locales, localize, type Locale, type Localized } from "#lib/localized/schema.ts";

/** Where a thing is and in which language it is told. */
interface Place {
  site: string;
  locale: Locale;
}

const said = (text: Localized | null | undefined, locale: Locale): string | undefined => localize(text, locale)?.text;
const page = ({ site, locale }: Place, path: string) => ({ "@id": `${site}${path}`, url: `${site}/${locale}${path}`, inLanguage: locales.filter((known) => known === locale) });

interface Organisation {
  slug: string;
  name: Localized;
}

function body(place: Place, { slug, name }: Organisation, type = "Organization"): object {
  return { "@type": type, ...page(place, `/organisations/${slug}`), name: said(name, place.locale) };
}

/** An action plan as schema.org tells it. */
export function planData(plan: { slug: string; title: Localized; introduction: Localized | null; term: { startsOn: string | null; endsOn: string | null }; secretariat: Organisation }, place: Place, licence: string): object {
  const { startsOn, endsOn } = plan.term;
  return {
    "@type": "CreativeWork", ...page(place, `/plans/${plan.slug}`), name: said(plan.title, place.locale), abstract: said(plan.introduction, place.locale), license: licence,
    temporalCoverage: startsOn && endsOn ? `${startsOn}/${endsOn}` : undefined, publisher: body(place, plan.secretariat),
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
export function commitmentData(commitment: CommitmentFacts, place: Place, licence: string): object {
  const { plan } = commitment;
  return {
    "@type": "CreativeWork", ...page(place, `/plans/${plan.slug}/commitments/${commitment.slug}`), identifier: `${plan.slug}/${commitment.slug}`, position: commitment.number,
    name: said(commitment.title, place.locale), abstract: said(commitment.plainSummary ?? commitment.description, place.locale), keywords: commitment.areas.flatMap((area) => said(area, place.locale) ?? []),
    accountablePerson: body(place, commitment.lead), dateModified: commitment.updatedAt?.toISOString(), license: licence,
    isPartOf: { "@type": "CreativeWork", ...page(place, `/plans/${plan.slug}`), name: said(plan.title, place.locale) },
  };
}

/** A published version of a report. */
export function reportData(report: { slug: string; number: number; title: Localized; publishedAt: Date; plan: { slug: string; title: Localized } }, place: Place, licence: string): object {
  return {
    "@type": "Report", ...page(place, `/reports/${report.slug}`), name: said(report.title, place.locale), version: report.number, datePublished: report.publishedAt.toISOString(), license: licence,
    about: { "@type": "CreativeWork", ...page(place, `/plans/${report.plan.slug}`), name: said(report.plan.title, place.locale) },
    encoding: { "@type": "MediaObject", contentUrl: `${place.site}/api/v1/reports/${report.slug}/versions/${report.number}`, encodingFormat: "application/json" },
  };
}

/** An organisation. */
export function organisationData(organisation: Organisation & { kind: { code: string } }, place: Place): object {
  return body(place, organisation, organisation.kind.code === "public_body" ? "GovernmentOrganization" : "Organization");
}

/** The open data as a data set, for search engines of data. */
export function dataSetData(words: { title: string; description: string }, place: Place, licence: string): object {
  return {
    "@type": "Dataset", ...page(place, "/data"), name: words.title, description: words.description, license: licence, isAccessibleForFree: true,
    distribution: [{ "@type": "DataDownload", contentUrl: `${place.site}/api/v1/dumps/all.xlsx`, encodingFormat: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }],
  };
}
