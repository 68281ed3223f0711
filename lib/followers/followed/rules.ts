import type { FeedScope } from "#lib/news/feed-scopes/schema.ts";
import type { TargetId, Wanted } from "./schema.ts";

/** Names a target among others. */
export function keyOf({ kind, targetId }: TargetId): string {
  return `${kind}:${targetId}`;
}

/** Which news belong to it. */
export function scopeOf({ kind, target }: Wanted): FeedScope {
  if (kind === "everything") return {};
  if (kind !== "commitment") return { [kind]: target };
  const [plan = "", commitment = ""] = target.split("/");
  return { plan, commitment };
}
