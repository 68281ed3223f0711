import { calendarOf } from "#lib/record/calendars/rules.ts";
import { listPublicDays } from "#lib/news/deadlines/queries.ts";
import { findScope } from "#lib/news/feed-scopes/queries.ts";
import type { FeedScope } from "#lib/news/feed-scopes/schema.ts";
import { feedSentences, listFeed } from "#lib/news/feeds/queries.ts";
import { atomOf } from "#lib/news/feeds/rules.ts";
import { localeSchema, localize } from "#lib/record/localized/schema.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

const missing = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
const fewMinutes = "public, max-age=300";

/** What is asked for, in its words; null when there is nothing such. */
async function open(asked: string, scope: FeedScope) {
  const locale = localeSchema.safeParse(asked).data;
  const found = locale ? await findScope(scope) : null;
  if (!locale || !found) return null;
  const say = await translatorFor(locale);
  return { locale, say, path: found.path, name: localize(found.name, locale)?.text ?? null };
}

/** An Atom feed of what is new: of everything, or of what is named. */
export async function answerFeed(request: Request, asked: string, scope: FeedScope): Promise<Response> {
  const opened = await open(asked, scope);
  if (!opened) return missing();
  const { locale, say, path, name } = opened;
  const title = name ? say("open-data.feeds.scoped", { name }) : `${say("open-data.feeds.all")} – ${say("layout.name")}`;
  const words = { title, subtitle: say("open-data.feeds.subtitle"), sentence: await feedSentences(locale) };
  const frame = { locale, self: publicUrl(`/${locale}${path}/feed.atom`), page: publicUrl(`/${locale}${path}`), words, rights: dataLicence().url, now: now() };
  return answerWith(request, atomOf(await listFeed(scope), frame), { ...openHeaders, "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": fewMinutes });
}

/** A calendar to subscribe to: deadlines, meetings, consultations. */
export async function answerCalendar(request: Request, asked: string, scope: FeedScope): Promise<Response> {
  const opened = await open(asked, scope);
  if (!opened) return missing();
  const { locale, say, name } = opened;
  const host = new URL(publicUrl("/")).host;
  const days = (await listPublicDays(scope, now())).map(({ uid, version, kind, about, number, description, first, last, url }) => ({
    uid: `${uid}@${host}`, sequence: version, day: first, lastDay: last, url: url[locale], description: localize(description, locale)?.text ?? "",
    summary: say(`open-data.feeds.days.${kind}`, { about: [number, localize(about, locale)?.text].filter(Boolean).join(" ") }),
  }));
  const title = name ? say("open-data.feeds.calendarScoped", { name }) : say("open-data.feeds.calendar");
  // When it was written changes with every day and not with every reader, or nobody would ever be told "unchanged".
  const written = new Date(`${now().toISOString().slice(0, 10)}T00:00:00Z`);
  return answerWith(request, calendarOf(days, written, title), { ...openHeaders, "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": fewMinutes });
}
