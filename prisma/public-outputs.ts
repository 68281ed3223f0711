import { findCard } from "#lib/plans/cards/queries.ts";
import { listSitemaps, listSitePages } from "#lib/open-data/catalogue/queries.ts";
import { getPublishedCommitment } from "#lib/plans/commitments/queries.ts";
import { getComparisonChoices, listCompared } from "#lib/figures/comparisons/queries.ts";
import { settled } from "#lib/figures/comparisons/rules.ts";
import { comparisonSchema } from "#lib/figures/comparisons/schema.ts";
import { listPublicDays } from "#lib/news/deadlines/queries.ts";
import { cardHtml } from "#lib/open-data/embeds/rules.ts";
import { findPublic } from "#lib/search/found/queries.ts";
import { feedSentences, listFeed } from "#lib/news/feeds/queries.ts";
import { getPlanTable } from "#lib/figures/plan-figures/queries.ts";
import { parseFigureAsk, planTables } from "#lib/figures/plan-figures/schema.ts";
import { findPicture } from "#lib/open-data/pictures/queries.ts";
import { getPublishedPlan } from "#lib/plans/queries.ts";
import { parseFilters } from "#lib/plans/rules.ts";
import { findPoster } from "#lib/open-data/posters/queries.ts";
import { parseSearch } from "#lib/search/schema.ts";
import { commitmentData, planData } from "#lib/open-data/structured-data/rules.ts";
import { suggest } from "#lib/search/suggestions/queries.ts";

const place = { site: "https://example.ge", locale: "en" } as const;

/** Of every page that there is, and of those that there must not be: card, picture, poster, JSON-LD, figures. */
async function ofPage(path: string, now: Date): Promise<unknown[]> {
  const [, plan = "", commitment] = /^\/plans\/([^/]+)(?:\/commitments\/([^/]+))?$/.exec(path) ?? [];
  const card = await findCard(path, "en", now);
  const told: unknown[] = [card, card && cardHtml(card, "en", ""), await findPicture(path, "en", now)];
  if (!plan) return told;
  if (commitment) {
    const view = await getPublishedCommitment(plan, commitment, now);
    return [...told, await findPoster(plan, commitment, "en", now), view && commitmentData(view, place, "")];
  }
  const view = await getPublishedPlan(plan, parseFilters({}), now);
  const tables = await Promise.all(planTables.map((table) => getPlanTable(plan, table, parseFigureAsk({}), now)));
  return [...told, tables, view && planData(view, place, "")];
}

/** Feeds, calendars and comparisons, of everything and of what must not be there. */
async function ofScopes(draft: string, now: Date): Promise<unknown[]> {
  const say = await feedSentences("en");
  const scopes = [{}, { plan: draft }, { plan: draft, commitment: "one" }];
  const entries = (await Promise.all(scopes.map((scope) => listFeed(scope, { most: 1_000 })))).flat();
  const days = await Promise.all(scopes.map((scope) => listPublicDays(scope, now, { from: "1990-01-01" })));
  const choices = await getComparisonChoices(undefined);
  const compared = await Promise.all(["agencies", "plans", "periods", "municipalities"].map((by) => listCompared(settled(comparisonSchema.parse({ by }), choices), now)));
  return [entries, entries.map(say), days, compared, choices];
}

/**
 * All that anybody can read without being asked who they are, but for the data itself and the pages.
 * @param draft address of a plan that is not public
 * @param words what is searched for
 */
export async function publicOutputs(draft: string, words: readonly string[], now: Date): Promise<string> {
  const listed = await Promise.all((await listSitemaps()).map((name) => listSitePages(name)));
  const paths = [...listed.flatMap((pages) => (pages ?? []).map(({ path }) => path)), `/plans/${draft}`, `/plans/${draft}/commitments/one`];
  const told: unknown[] = [paths];
  for (const path of paths) told.push(await ofPage(path, now));
  for (const word of words) told.push(await findPublic(parseSearch({ q: word }), now), await suggest(word));
  return JSON.stringify([told, await ofScopes(draft, now)], (_, value: unknown) => (value instanceof Map ? [...value] : typeof value === "bigint" ? String(value) : value));
}
