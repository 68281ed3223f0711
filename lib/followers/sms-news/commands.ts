import { feedSentences } from "#lib/news/feeds/queries.ts";
import { tellNews } from "#lib/followers/news/commands.ts";
import type { FollowerNews } from "#lib/followers/news/schema.ts";
import { allToken } from "#lib/followers/queries.ts";
import type { Frequency } from "#lib/followers/schema.ts";
import { localize } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { offersSms, takesReplies } from "#lib/platform/sms.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { queueSms } from "#lib/messages/sms/commands.ts";
import { newsText, shortCode } from "./rules.ts";

/** Texts followers what is new since they were last told, in one message each, if anything is. Returns how many had news. */
export async function textNews(frequency: Frequency, now: Date): Promise<number> {
  return offersSms() ? tellNews("sms", frequency, now, (news) => queueNewsText(news, now)) : 0;
}

async function queueNewsText(news: FollowerNews, now: Date): Promise<void> {
  const { follower, locale, onceKey, entries } = news;
  // Deadlines to come are no reason to ring somebody's telephone.
  if (entries.length === 0) return;
  const allTokenHash = hashToken(allToken(follower.address));
  // The installation's secret was renewed since: the address in this message has to work as well.
  await db().follower.updateMany({ where: { id: follower.id, OR: [{ allTokenHash: null }, { allTokenHash: { not: allTokenHash } }] }, data: { allTokenHash } });
  const say = await translatorFor(locale);
  const tail = say("followers.sms.text.tail", { link: publicUrl(`/f/${shortCode(allTokenHash)}`), reply: takesReplies() ? "yes" : "no" });
  await queueSms({ kind: "follow.news", locale, recipient: follower.address, body: newsText(await headOf(news), tail), onceKey }, now);
}

/** One piece of news is told itself; of several, how many there are and on what. */
async function headOf({ entries, follows, frequency, locale, more }: FollowerNews): Promise<string> {
  const [entry, ...others] = entries;
  if (entry && others.length === 0 && !more) return (await feedSentences(locale))(entry);
  const say = await translatorFor(locale);
  const [{ followed }, ...otherFollows] = follows;
  const about = otherFollows.length > 0 ? "" : (localize(followed.name, locale)?.text ?? "");
  return say(`followers.sms.text.${frequency === "at_once" ? "several" : "digest"}`, { count: entries.length, about: about || "none" });
}
