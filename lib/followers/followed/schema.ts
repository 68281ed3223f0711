import { z } from "zod";
import type { FeedScope } from "#lib/news/feed-scopes/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";

export const followKinds = ["everything", "plan", "commitment", "organisation", "municipality", "area", "sdg"] as const;
export type FollowKind = (typeof followKinds)[number];

/** What somebody wants to follow, named as its page's address names it: a slug, "plan/commitment", a code, a number, "all". */
export const wantedSchema = z.object({
  kind: z.enum(followKinds, "malformed"),
  target: z.string().regex(/^[a-z0-9_-]{1,200}(\/[a-z0-9_-]{1,200})?$/, "malformed"),
});
export type Wanted = z.output<typeof wantedSchema>;

/** How the record names it: by what never changes. */
export interface TargetId {
  kind: string;
  targetId: string;
}

/** Something public that can be followed, as pages and mails name it. */
export interface Followed extends Wanted {
  targetId: string;
  /** Null: everything there is. */
  name: Localized | null;
  /** Of its page, without the language. */
  path: string;
  scope: FeedScope;
  /** The plan that it belongs to. */
  planId: string | null;
}
