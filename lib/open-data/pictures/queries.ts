import { findCard } from "#lib/plans/cards/queries.ts";
import { findScope } from "#lib/news/feed-scopes/queries.ts";
import { localize, type Locale } from "#lib/record/localized/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { PageCache } from "#lib/platform/server/page-cache.ts";
import { drawOnce } from "#lib/reports/files/kept-drawings.ts";
import type { Picture } from "#lib/reports/files/picture.ts";
import { scopeOf } from "./rules.ts";

/** What the picture of a page shows; null when there is no such page, or it has no picture of its own. */
export async function findPicture(path: string, locale: Locale, at: Date): Promise<Picture | null> {
  const say = await translatorFor(locale);
  const site = say("layout.name");
  const nothing = { locale, site, number: null, axes: [], facts: [] };
  if (path === "/site") return { ...nothing, day: "", eyebrow: site, title: { text: say("layout.description"), lang: locale } };
  const scoped = scopeOf(path);
  if (scoped) {
    const found = await findScope(scoped.scope);
    const title = localize(found?.name ?? null, locale);
    return title && { ...nothing, day: "", eyebrow: say(`open-data.picture.${scoped.kind}`), title };
  }
  const card = await findCard(path, locale, at);
  if (!card) return null;
  const { eyebrow, number, title, axes, facts } = card;
  return { locale, site, eyebrow, number, title, axes, facts, day: say("open-data.picture.asOf", { date: formatDate(at, locale) }) };
}

/** What is told of a page is read at most once a minute, however many ask; of pages that nobody asked for lately, eight at a time. */
const pictures = new PageCache({
  freshFor: 60_000, sentAtOnceFor: 600_000, maxBytes: 24 * 1024 * 1024,
  render: async (address) => {
    const locale = address.slice(1, 3) as Locale;
    const picture = await findPicture(address.slice(3), locale, now());
    return { status: picture ? 200 : 404, headers: {}, body: picture ? await drawOnce({ format: "picture", picture }) : Buffer.alloc(0), compressed: Buffer.alloc(0) };
  },
});

/**
 * The picture of a public page in PNG; null when there is none.
 * @param path of the page, without its language; `/site` for that of the whole site
 * @throws DomainError UNAVAILABLE when too many are to be drawn at once
 */
export async function getPicture(path: string, locale: Locale): Promise<Buffer | null> {
  const { page } = await pictures.get(`/${locale}${path}`);
  return page.status === 200 ? page.body : null;
}
