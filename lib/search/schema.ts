import { z } from "zod";
import { addressOf, oneValueSchema } from "#lib/record/addresses/schema.ts";
import { cleanText, type Localized } from "#lib/record/localized/schema.ts";

/** What can be found, in the order in which it is shown. */
export const searchKinds = ["commitment", "milestone", "result", "plan", "report", "evidence", "comment", "organisation", "event", "recommendation"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What commitments can be narrowed by; each is a query parameter of its own. */
export const facetNames = ["plan", "level", "municipality", "agency", "status", "fulfilment", "area", "sdg", "year"] as const;
export type FacetName = (typeof facetNames)[number];

/** What somebody looks for; everything in it stands in the address. */
export interface Search {
  /** As it was typed; "": everything that the facets leave. */
  question: string;
  /** Only this kind, page by page; null: the first of each. */
  kind: SearchKind | null;
  facets: Record<FacetName, string | null>;
  overdue: boolean;
  /** From 1. */
  page: number;
}

/** Something found; `id` is its subject's. */
export interface Hit {
  kind: SearchKind;
  id: string;
  /** Address without the language. */
  path: string;
  /** A comment's is that of what it is about. */
  title: Localized | null;
  /** What the passage is cut from. */
  summary: Localized | null;
  at: Date | null;
  /** What a milestone, a result or a file belongs to. */
  about: Localized | null;
}

/** How many were found; `more`: there are more than were counted. */
export interface Count {
  count: number;
  more: boolean;
}

/** Longer questions are cut: nobody types them. In UTF-16 units. */
const longestQuestion = 200;
/** Things on a page of one kind. */
export const searchPageSize = 20;
/** Nobody reads on beyond it, and the database would count and sort for nothing. */
export const lastPage = 50;

const questionSchema = oneValueSchema.transform((text) => cleanText(text).replace(/\s+/g, " ").trim().slice(0, longestQuestion).toWellFormed()).catch("");
const facetSchema = oneValueSchema.pipe(z.string().regex(/^[a-z0-9_-]{1,100}$/)).nullable().catch(null);

const searchSchema = z.object({
  q: questionSchema,
  kind: oneValueSchema.pipe(z.enum(searchKinds)).nullable().catch(null),
  ...(Object.fromEntries(facetNames.map((name) => [name, facetSchema])) as Record<FacetName, typeof facetSchema>),
  overdue: oneValueSchema.pipe(z.literal("yes")).transform(() => true).catch(false),
  page: oneValueSchema.transform(Number).pipe(z.int().min(1).max(lastPage)).catch(1),
});

/** The search that an address asks for; what it does not understand is as if it were not there. */
export function parseSearch(query: Record<string, string | string[] | undefined>): Search {
  const { q: question, kind, overdue, page, ...facets } = searchSchema.parse({ ...query });
  return { question, kind, facets, overdue, page: kind ? page : 1 };
}

/** The address of a search without its language: what is shared, and what the next choice starts from. */
export function searchAddress({ question, kind, facets, overdue, page }: Search): string {
  const chosen = Object.fromEntries(facetNames.map((name) => [name, facets[name]]));
  return addressOf("/search", { q: question, kind, ...chosen, overdue: overdue ? "yes" : null, page: kind ? page : 1 });
}

/** True when commitments are narrowed by anything. */
export function isNarrowed({ facets, overdue }: Pick<Search, "facets" | "overdue">): boolean {
  return overdue || facetNames.some((name) => facets[name] !== null);
}
