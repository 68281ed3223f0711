import type { FeedScope } from "#lib/news/feed-scopes/schema.ts";

const kinds = {
  organisations: { kind: "organisation", scopeOf: (organisation: string): FeedScope => ({ organisation }) },
  municipalities: { kind: "municipality", scopeOf: (municipality: string): FeedScope => ({ municipality }) },
  topics: { kind: "area", scopeOf: (area: string): FeedScope => ({ area }) },
  sdgs: { kind: "sdg", scopeOf: (sdg: string): FeedScope => ({ sdg }) },
} as const;

/** What a page that is found by a name alone is about; null for any other page. */
export function scopeOf(path: string): { kind: string; scope: FeedScope } | null {
  const [, section = "", key = ""] = /^\/([a-z]+)\/([a-z0-9_-]{1,200})$/.exec(path) ?? [];
  if (!Object.hasOwn(kinds, section)) return null;
  const { kind, scopeOf: scoped } = kinds[section as keyof typeof kinds];
  return { kind, scope: scoped(key) };
}
