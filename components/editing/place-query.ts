import type { DraftPlace } from "#lib/editing/drafts/schema.ts";

/** The place of something new, as the address of its form says it: "?commitment=…&parent=…". */
export function placeQuery(place: DraftPlace | null): string {
  const named = { part: place?.partId, commitment: place?.commitmentId, parent: place?.parentId };
  const query = new URLSearchParams(Object.entries(named).flatMap(([name, id]) => (id ? [[name, id]] : [])));
  return query.size ? `?${query}` : "";
}
