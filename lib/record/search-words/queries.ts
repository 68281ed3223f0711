import { db } from "#lib/platform/db/client.ts";
import { fold, type AskedWord } from "./rules.ts";

/** A word of a question among the words of what is found. */
export interface KnownWord {
  /** With the keys that begin with its own: what is typed need not be finished. */
  word: AskedWord;
  /** Keys that are spelled like it, three at most; empty where its own, or longer ones, are known. */
  alike: string[];
}

/** Longer words than these are as many as anybody means by a beginning. */
const mostLonger = 8;
/** Of a shorter beginning too many words would be meant. */
const shortestBeginning = 4;

/** What the index knows of these words, in one statement; of words in comments alone it knows nothing. */
export async function findKnownWords(words: readonly AskedWord[]): Promise<KnownWord[]> {
  if (words.length === 0) return [];
  const asked = JSON.stringify(words.map(({ typed, keys }) => ({ typed: fold(typed), keys })));
  const rows = await db().$queryRaw<{ longer: string[]; alike: string[] }[]>`
    SELECT known.longer, CASE WHEN known.own OR cardinality(known.longer) > 0 THEN '{}' ELSE ARRAY(
      SELECT "word" FROM "SearchWord" WHERE "word" % typed OR "word" % key ORDER BY greatest(similarity("word", typed), similarity("word", key)) DESC, "word" LIMIT 3
    ) END AS alike
    FROM ROWS FROM (jsonb_to_recordset(${asked}::jsonb) AS (typed text, keys text[])) WITH ORDINALITY asked(typed, keys, place)
    CROSS JOIN LATERAL (SELECT keys[1] AS key,
      EXISTS (SELECT FROM "SearchWord" WHERE "word" = ANY (keys)) AS own,
      ARRAY(SELECT DISTINCT longer."word" FROM unnest(keys) beginning CROSS JOIN LATERAL (
        SELECT "word" FROM "SearchWord" WHERE beginning ~ '^[a-z]+$' AND length(beginning) >= ${shortestBeginning} AND "word" ~>~ beginning AND "word" ~<~ (beginning || '~') ORDER BY length("word"), "word" LIMIT ${mostLonger}
      ) longer) AS longer) known
    ORDER BY place`;
  return words.map(({ typed, keys }, index) => ({ word: { typed, keys: [...new Set([...keys, ...(rows[index]?.longer ?? [])])] }, alike: rows[index]?.alike ?? [] }));
}
