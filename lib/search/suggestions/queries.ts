import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { asTitleQuery } from "#lib/search/rules.ts";
import type { SearchKind } from "#lib/search/schema.ts";
import { askedWords, fold } from "#lib/record/search-words/rules.ts";

/** A thing that what is being typed may lead to. */
export interface Suggestion {
  kind: SearchKind;
  path: string;
  title: Localized;
}

/** Fewer letters say nothing: so many begin with them. */
const fewestLetters = 2;

/** Titles that hold the words typed so far, the last one perhaps not whole; eight at most. */
export async function suggest(question: string): Promise<Suggestion[]> {
  const typed = askedWords(question);
  const beginningOf = (word: string) => fold(word).split(" ").at(-1) ?? "";
  const isBegun = typed.length > 1 && beginningOf(typed.at(-1)?.typed ?? "").length < fewestLetters;
  // Of a word just begun nothing can be said yet; those before it are whole.
  const words = isBegun ? typed.slice(0, -1) : typed;
  const last = words.at(-1);
  if (!last || fold(question).replaceAll(" ", "").length < fewestLetters) return [];
  const beginnings = isBegun ? last.keys : [...new Set([beginningOf(last.typed), ...last.keys])].filter((beginning) => beginning.length >= fewestLetters || words.length === 1);
  const query = asTitleQuery(words, beginnings.filter((one) => !beginnings.some((other) => other !== one && one.startsWith(other))));
  return db().$queryRaw<Suggestion[]>`
    WITH found AS MATERIALIZED (SELECT "kind", "subjectId", "at", ts_rank("head", ${query}::tsquery) AS "rank" FROM "SearchDocument" WHERE "kind" NOT IN ('comment', 'milestone', 'result') AND "head" @@ ${query}::tsquery AND ("kind" <> 'organisation' OR search_is_named("subjectId")) LIMIT 300),
    best AS (SELECT * FROM found ORDER BY "rank" DESC, "at" DESC NULLS LAST, "subjectId" DESC LIMIT 8)
    SELECT "kind", d."path", d."title" FROM best JOIN "SearchDocument" d USING ("kind", "subjectId") WHERE d."title" IS NOT NULL ORDER BY best."rank" DESC, best."at" DESC NULLS LAST, best."subjectId" DESC`;
}
