import type { PublicDay } from "#lib/news/deadlines/queries.ts";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import type { Followed } from "#lib/followers/followed/schema.ts";
import type { Frequency } from "#lib/followers/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";

/** One following of those that news are told of. */
export interface ToldFollow {
  id: string;
  followed: Followed;
  /** What it would be ended by; see `endToken`. */
  endTokenHash: string;
}

/** What one follower is told in one message, on whatever channel. */
export interface FollowerNews {
  follower: { id: string; address: string };
  locale: Locale;
  frequency: Frequency;
  /** The followings that hold any of it. */
  follows: [ToldFollow, ...ToldFollow[]];
  /** The newest first, each once. */
  entries: FeedEntry[];
  /** True when there is more than a message holds. */
  more: boolean;
  /** Of a digest: deadlines, meetings and last days of consultations until the next one. */
  days: PublicDay[];
  /** When the time begins and ends that it is about. */
  since: Date;
  until: Date;
  /** Names the message, so that it is queued once; begins with what takes it out of the queue when it ends. */
  onceKey: string;
}
