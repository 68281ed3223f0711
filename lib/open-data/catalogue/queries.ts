import { listLocales, readMessages, type Words } from "#lib/platform/i18n/messages.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { publicPlan } from "#lib/record/publication/queries.ts";
import { resourceNames, type ResourceName } from "#lib/record/publication/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { eventPath, groupPath } from "#lib/process/rules.ts";
import type { CatalogueWords, SitePage } from "./rules.ts";

/** Pages in one list; each stands in it once a language, and a list may hold 50,000 addresses. */
export const pagesInList = 10_000;

interface Section {
  count: () => Promise<number>;
  pages: (window: { skip: number; take: number }) => Promise<SitePage[]>;
}

const byId = { orderBy: { id: "asc" } } as const;
const steady = ["", "/topics", "/compare", "/municipalities", "/organisations", "/process", "/working-groups", "/recommendations", "/standards", "/reports", "/differences", "/scales", "/data", "/api"];
const publicEvent = { status: { in: ["published", "cancelled"] } };
const inPlan = { plan: publicPlan };
const published = { publishedAt: { not: null } };

const sections: Record<string, Section> = {
  pages: { count: () => Promise.resolve(steady.length), pages: ({ skip, take }) => Promise.resolve(steady.slice(skip, skip + take).map((path) => ({ path, at: null }))) },
  plans: {
    count: () => db().plan.count({ where: publicPlan }),
    pages: async (window) => (await db().plan.findMany({ where: publicPlan, ...byId, ...window, select: { slug: true } })).map(({ slug }) => ({ path: `/plans/${slug}`, at: null })),
  },
  commitments: {
    count: () => db().commitment.count({ where: inPlan }),
    pages: async (window) => (await db().commitment.findMany({ relationLoadStrategy: "join", where: inPlan, ...byId, ...window, select: { slug: true, plan: { select: { slug: true } } } })).map(({ slug, plan }) => ({ path: `/plans/${plan.slug}/commitments/${slug}`, at: null })),
  },
  reports: {
    count: () => db().reportVersion.count({ where: { report: inPlan } }),
    pages: async (window) => (await db().reportVersion.findMany({ relationLoadStrategy: "join", where: { report: inPlan }, ...byId, ...window, select: { number: true, publishedAt: true, report: { select: { slug: true } } } })).map(({ number, publishedAt, report }) => ({ path: `/reports/${report.slug}/versions/${number}`, at: publishedAt })),
  },
  organisations: {
    count: () => db().organisation.count({ where: { commitments: { some: inPlan } } }),
    pages: async (window) => (await db().organisation.findMany({ where: { commitments: { some: inPlan } }, ...byId, ...window, select: { slug: true } })).map(({ slug }) => ({ path: `/organisations/${slug}`, at: null })),
  },
  municipalities: {
    count: () => db().municipality.count(),
    pages: async (window) => (await db().municipality.findMany({ orderBy: { slug: "asc" }, ...window, select: { slug: true } })).map(({ slug }) => ({ path: `/municipalities/${slug}`, at: null })),
  },
  topics: {
    count: () => db().thematicArea.count(),
    pages: async (window) => (await db().thematicArea.findMany({ orderBy: { code: "asc" }, ...window, select: { code: true } })).map(({ code }) => ({ path: `/topics/${code}`, at: null })),
  },
  sdgs: {
    count: () => db().sdg.count(),
    pages: async (window) => (await db().sdg.findMany({ orderBy: { number: "asc" }, ...window, select: { number: true } })).map(({ number }) => ({ path: `/sdgs/${number}`, at: null })),
  },
  events: {
    count: () => db().processEvent.count({ where: publicEvent }),
    pages: async (window) => (await db().processEvent.findMany({ where: publicEvent, ...byId, ...window, select: { slug: true, publishedAt: true, editedAt: true } })).map(({ slug, publishedAt, editedAt }) => ({ path: eventPath(slug), at: editedAt ?? publishedAt })),
  },
  groups: {
    count: () => db().workingGroup.count({ where: published }),
    pages: async (window) => (await db().workingGroup.findMany({ where: published, ...byId, ...window, select: { slug: true, publishedAt: true, editedAt: true } })).map(({ slug, publishedAt, editedAt }) => ({ path: groupPath(slug), at: editedAt ?? publishedAt })),
  },
};

/** The names of the lists of pages: `commitments-2`. */
export async function listSitemaps(): Promise<string[]> {
  const counted = await Promise.all(Object.entries(sections).map(async ([name, { count }]) => [name, await count()] as const));
  return counted.flatMap(([name, count]) => Array.from({ length: Math.ceil(count / pagesInList) }, (_, index) => `${name}-${index + 1}`));
}

/** The pages in a list; null when there is no such list. */
export async function listSitePages(name: string): Promise<SitePage[] | null> {
  const [, section = "", number = ""] = /^([a-z]+)-([1-9]\d{0,3})$/.exec(name) ?? [];
  if (!Object.hasOwn(sections, section)) return null;
  const pages = await sections[section]?.pages({ skip: (Number(number) - 1) * pagesInList, take: pagesInList });
  return pages?.length ? pages : null;
}

function textAt(words: Words | undefined, ...keys: string[]): string | undefined {
  const [key = "", ...more] = keys;
  const found = words?.[key];
  return typeof found === "object" ? textAt(found, ...more) : found;
}

/** What the catalogue says, in every language. */
export async function getCatalogueWords(): Promise<CatalogueWords> {
  const all = await Promise.all((await listLocales()).map(async (locale) => [locale, await readMessages(locale)] as const));
  const said = (space: string, ...keys: string[]): Localized => Object.fromEntries(all.map(([locale, messages]) => [locale, textAt(messages[space], ...keys)]));
  return {
    title: said("open-data", "data", "title"), description: said("layout", "description"), publisher: said("layout", "name"),
    resources: Object.fromEntries(resourceNames.map((name) => [name, said("open-data", "resources", name)])) as Record<ResourceName, Localized>,
  };
}
