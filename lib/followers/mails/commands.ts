import type { PublicDay } from "#lib/news/deadlines/queries.ts";
import { feedSentences } from "#lib/news/feeds/queries.ts";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { allToken, endToken, lineOf } from "#lib/followers/queries.ts";
import type { Frequency } from "#lib/followers/schema.ts";
import { tellNews } from "#lib/followers/news/commands.ts";
import type { FollowerNews } from "#lib/followers/news/schema.ts";
import { localize } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { translatorFor, type Say } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { groupsOf, linesShown, shorten } from "./rules.ts";

/** Mails followers what is new since they were last told, if anything is. Returns how many were told. */
export async function mailNews(frequency: Frequency, now: Date): Promise<number> {
  return tellNews("email", frequency, now, (news) => queueNewsMail(news, now));
}

interface Links {
  /** The page behind a button that ends it. */
  end: string;
  /** Where one press ends it (RFC 8058). */
  oneClick: string;
  /** Everything the address follows. */
  all: string;
}

/** A mail about one following ends that one; one that gathers several ends all that are told so often. */
function linksOf({ follower: { address }, locale, frequency, follows }: FollowerNews): Links {
  const [{ followed }, ...others] = follows;
  const all = publicUrl(`/${locale}/followers/all?token=${allToken(address)}`);
  if (others.length > 0) return { all, end: all, oneClick: publicUrl(`/api/followers/one-click?token=${allToken(address)}&every=${frequency}`) };
  const token = endToken(address, followed);
  return { all, end: publicUrl(`/${locale}/followers/end?token=${token}`), oneClick: publicUrl(`/api/followers/one-click?token=${token}`) };
}

/** The installation's secret was renewed since: the links of this mail have to work as well. */
async function renewTokens({ follower: { id, address }, follows }: FollowerNews): Promise<void> {
  const allTokenHash = hashToken(allToken(address));
  await db().follower.updateMany({ where: { id, OR: [{ allTokenHash: null }, { allTokenHash: { not: allTokenHash } }] }, data: { allTokenHash } });
  for (const { id: followId, followed, endTokenHash } of follows) {
    const hash = hashToken(endToken(address, followed));
    if (hash !== endTokenHash) await db().follow.update({ where: { id: followId }, data: { endTokenHash: hash } });
  }
}

async function queueNewsMail(news: FollowerNews, now: Date): Promise<void> {
  await renewTokens(news);
  const { locale, follower, onceKey, frequency } = news;
  const say = await translatorFor(locale);
  const links = linksOf(news);
  const sentence = await feedSentences(locale);
  const parts = [say("followers.mail.hello"), leadOf(news, say), ...newsPart(news, sentence, say), ...daysPart(news, say), whyOf(news, links, say)];
  await queueMail(
    { kind: `follow.${frequency}`, locale, recipient: follower.address, subject: subjectOf(news, sentence, say), body: `${parts.filter(Boolean).join("\n\n")}\n`, unsubscribeUrl: links.oneClick, onceKey },
    now,
  );
}

/** One thing that is told at once is its own subject. */
function subjectOf({ entries, days, frequency, follows, locale, more }: FollowerNews, sentence: (entry: FeedEntry) => string, say: Say): string {
  const [entry, ...others] = entries;
  if (frequency === "at_once" && entry && others.length === 0) return sentence(entry);
  const [{ followed }, ...otherFollows] = follows;
  const about = otherFollows.length > 0 ? "" : (localize(followed.name, locale)?.text ?? "");
  return say(`followers.mail.subject.${frequency}`, { count: entries.length, days: days.length, more: String(more), about: about ? shorten(about, 80) : "none" });
}

function leadOf({ frequency, since, until, locale, entries }: FollowerNews, say: Say): string {
  if (entries.length === 0) return say("followers.mail.nothing");
  return frequency === "at_once" ? "" : say("followers.mail.lead", { since: formatDate(dayOf(since), locale), until: formatDate(dayOf(until), locale) });
}

function newsPart({ entries, more, locale }: FollowerNews, sentence: (entry: FeedEntry) => string, say: Say): string[] {
  const groups = groupsOf(entries.slice(0, linesShown), locale).map(({ heading, entries: own }) => [heading ?? say("followers.mail.onNoPlan"), ...own.map((entry) => lineFor(entry, locale, sentence))].join("\n\n"));
  return more || entries.length > linesShown ? [...groups, say("followers.mail.more")] : groups;
}

function lineFor(entry: FeedEntry, locale: FollowerNews["locale"], sentence: (entry: FeedEntry) => string): string {
  const summary = localize(entry.summary, locale)?.text;
  return [`• ${formatDate(dayOf(entry.at), locale)} – ${sentence(entry)}`, ...(summary ? [`  ${shorten(summary, 300)}`] : []), `  ${entry.url[locale]}`].join("\n");
}

function daysPart({ days, locale }: FollowerNews, say: Say): string[] {
  if (days.length === 0) return [];
  const line = ({ kind, number, about, first, last, url }: PublicDay): string => {
    const name = [number, localize(about, locale)?.text].filter(Boolean).join(" ");
    const when = first === last ? formatDate(first, locale) : `${formatDate(first, locale)} – ${formatDate(last, locale)}`;
    return `• ${when}: ${say(`open-data.feeds.days.${kind}`, { about: name })}\n  ${url[locale]}`;
  };
  const shown = days.slice(0, linesShown);
  return [[say("followers.mail.coming"), ...shown.map(line)].join("\n\n"), ...(days.length > shown.length ? [say("followers.mail.more")] : [])];
}

function whyOf({ follows, locale, frequency }: FollowerNews, links: Links, say: Say): string {
  const followed = follows.map((follow) => `– ${lineOf(follow.followed, locale, say)}`).join("\n");
  const often = say(`followers.often.${frequency}`);
  return say(follows.length > 1 ? "followers.mail.whySeveral" : "followers.mail.why", { followed, often, end: links.end, all: links.all });
}
