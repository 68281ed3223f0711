// `node bench/search.ts [commitments] [comments]`: how long a search and a suggestion take among 100,000 commitments and 1,000,000 comments. See README.md here.
import { withOwnDatabase } from "./own-database.ts";

const [commitments = 100_000, comments = 1_000_000] = process.argv.slice(2).map(Number);
const known = ["და", "ვალდებულება", "მუნიციპალიტეტი", "ინფორმაცია", "საჯარო", "მოქალაქე", "ბიუჯეტი", "სამინისტრო", "ელექტრონული", "სერვისი", "ზუგდიდი", "მერი", "იდეა", "წყალი", "გზა", "სკოლა", "მონაცემი", "ანგარიში", "კორუფცია", "ვებგვერდი"];

/** The same numbers every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Phrases of words of the field and 20,000 made of syllables, in six cases; the n-th word is about n times rarer than the first, as in a language. */
function phrases(count: number, length: number): string[] {
  const next = numbers(count);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const syllables = [..."ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯ"].flatMap((first) => [..."აეიოუ"].map((second) => first + second));
  const words = [...known, ...Array.from({ length: 20_000 }, (_, index) => `${Array.from({ length: 2 + (index % 3) }, () => pick(syllables)).join("")}ლი`)];
  const inCase = (word: string) => {
    const ending = pick(["", "", "ს", "ის", "ების", "ში", "მ"]);
    return ending && word.length > 2 ? word.replace(/[აეი]$/, ending === "ის" || ending === "ების" ? "" : "$&").replace(/ი$/, "") + ending : word;
  };
  return Array.from({ length: count }, () => Array.from({ length }, () => inCase(words[Math.floor(Math.exp(next() * Math.log(words.length))) - 1] as string)).join(" "));
}

/** A phrase, another one for every number and use. */
const text = (number: string, use: number) => `(SELECT phrase FROM phrase WHERE phrase."n" = 1 + ((${number})::bigint * ${[7_919, 104_729, 15_485_863, 32_452_843, 49_979_687][use] ?? 1}) % 100000)`;

const generated = `
  SET session_replication_role = replica;
  INSERT INTO "Organisation" ("id", "slug", "name", "kindCode") SELECT gen_random_uuid(), 'body-' || n, jsonb_build_object('ka', 'უწყება ' || n, 'en', 'Body ' || n), 'public_body' FROM generate_series(1, 300) n;
  INSERT INTO "Plan" ("id", "slug", "title", "level", "countryCode", "startsOn", "endsOn", "status", "secretariatId", "scaleCode")
    SELECT gen_random_uuid(), 'plan-' || n, jsonb_build_object('ka', 'სამოქმედო გეგმა ' || n, 'en', 'Action plan ' || n), (ARRAY['local', 'national', 'sectoral'])[1 + n % 3], 'GE', (2012 + n % 14)::text, (2013 + n % 14)::text, 'adopted', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-1'), 'georgia' FROM generate_series(1, 500) n;
  INSERT INTO "ReportingPeriod" ("id", "planId", "slug", "label", "kind", "startsOn", "endsOn", "status") SELECT gen_random_uuid(), "id", '2026', '{"en": "2026"}', 'annual', '2026-01-01', '2026-12-31', 'closed' FROM "Plan";
  CREATE TEMPORARY TABLE body AS SELECT "id", substr("slug", 6)::int AS n FROM "Organisation";
  CREATE TEMPORARY TABLE plan AS SELECT "id", substr("slug", 6)::int AS n FROM "Plan";
  INSERT INTO "Commitment" ("id", "planId", "number", "slug", "title", "description", "leadOrganisationId", "position", "endsOn")
    SELECT gen_random_uuid(), plan."id", i::text, 'c-' || i, jsonb_build_object('ka', ${text("i", 0)}, 'en', 'Publish the register ' || i), jsonb_build_object('ka', concat_ws(' ', ${text("i", 1)}, ${text("i", 2)}, ${text("i", 3)})), body."id", i, (2013 + i % 14)::text || '-06'
    FROM generate_series(1, ${commitments}) i JOIN plan ON plan.n = 1 + i % 500 JOIN body ON body.n = 2 + i % 299;
  INSERT INTO "Milestone" ("id", "commitmentId", "number", "title", "leadOrganisationId", "position")
    SELECT gen_random_uuid(), "id", "number" || '.' || i, jsonb_build_object('ka', ${text('"position" * 3 + i', 4)}), "leadOrganisationId", i FROM "Commitment", generate_series(1, 3) i;
  INSERT INTO "ProgressUpdate" ("id", "periodId", "commitmentId", "milestoneId", "organisationId", "status", "progress", "result", "createdAt", "savedAt", "acceptedAt")
    SELECT gen_random_uuid(), period."id", c."id", m."id", c."leadOrganisationId", 'accepted', (ARRAY['not_started', 'in_progress', 'completed', 'suspended'])[1 + floor(random() * 4)], jsonb_build_object('ka', ${text('c."position" * 2 + m."position"', 2)}), now(), now(), now() - random() * interval '3000 days'
    FROM "Milestone" m JOIN "Commitment" c ON c."id" = m."commitmentId" JOIN "ReportingPeriod" period ON period."planId" = c."planId" WHERE m."position" < 3;
  INSERT INTO "Assessment" ("id", "periodId", "commitmentId", "voice", "organisationId", "gradeId", "status", "createdAt", "savedAt", "publishedAt", "actorName")
    SELECT gen_random_uuid(), period."id", c."id", 'secretariat', c."leadOrganisationId", (SELECT "id" FROM "FulfilmentGrade" WHERE "rank" = c."position" % 4 AND "scaleCode" = 'georgia'), 'published', now(), now(), now(), 'bench'
    FROM "Commitment" c JOIN "ReportingPeriod" period ON period."planId" = c."planId";
  INSERT INTO "_CommitmentToThematicArea" SELECT "id", (ARRAY['transparency', 'accountability', 'engagement'])[1 + "position" % 3] FROM "Commitment";
  INSERT INTO "_CommitmentToSdg" SELECT "id", 1 + "position" % 17 FROM "Commitment";
  CREATE TEMPORARY TABLE numbered AS SELECT "id", "position" AS n FROM "Commitment";
  CREATE INDEX ON numbered (n);
  INSERT INTO "Comment" ("id", "commitmentId", "email", "body", "locale", "status", "confirmTokenHash", "confirmExpiresAt", "createdAt", "publishedAt")
    SELECT gen_random_uuid(), numbered."id", 'nobody@example.ge', concat_ws(' ', ${text("i", 3)}, ${text("i", 1)}), 'ka', 'published', i::text, now(), now(), now() - random() * interval '3000 days'
    FROM generate_series(1, ${comments}) i JOIN numbered ON numbered.n = 1 + i % ${commitments};
  INSERT INTO "Evidence" ("id", "kind", "fileKey", "fileName", "mediaType", "size", "organisationId", "uploadedAt", "updateId")
    SELECT gen_random_uuid(), 'file', 'bench-' || u."id", 'protocol.pdf', 'application/pdf', 1, u."organisationId", now(), u."id" FROM "ProgressUpdate" u LIMIT ${Math.round(commitments / 5)};
  ANALYZE;`;

/** What the triggers would have written one by one; comments in one statement, because they are so many. */
const indexed = `
  SELECT search_put('plan', "id") FROM "Plan";
  SELECT search_put('organisation', "id") FROM "Organisation";
  SELECT search_put('commitment', "id") FROM "Commitment";
  DROP INDEX "SearchedComment_words";
  INSERT INTO "SearchDocument" ("kind", "subjectId", "planId", "commitmentId", "path", "at", "facets", "head", "words")
    SELECT 'comment', m."id", c."planId", c."id", '#comment-' || m."id", m."publishedAt", '{}', '', search_words(m."body") FROM "Comment" m JOIN "Commitment" c ON c."id" = m."commitmentId";
  INSERT INTO "EvidenceText" SELECT e."id", 'read', t, now(), search_words(t)
    FROM (SELECT "id", row_number() OVER () AS n FROM "Evidence") e CROSS JOIN LATERAL (SELECT string_agg(phrase, ' ') AS t FROM phrase WHERE phrase."n" BETWEEN 1 + e.n * 37 % 99000 AND 50 + e.n * 37 % 99000) text;
  CREATE INDEX "SearchedComment_words" ON "SearchedComment" USING gin ("words");
  SELECT search_learn(NULL);`;

/** As people ask: one word and several, common and rare, in Latin letters, mistyped, narrowed, a page further on. */
const questions: Record<string, string>[] = [
  { q: "ვალდებულება" }, { q: "ვალდებულებების" }, { q: "valdebuleba" }, { q: "ზუგდიდის მერს იდეა" }, { q: "zugdidi idea" }, { q: "ბიუჯეტი" }, { q: "wyali" }, { q: "სკოლა გზა" }, { q: "კორუფცია და სამინისტრო" }, { q: "და" },
  { q: "register" }, { q: "publish the register" }, { q: "მუნიციპალიტეტს", status: "completed" }, { q: "ინფორმაცია", plan: "plan-7" }, { q: "საჯარო", agency: "body-9", overdue: "yes" }, { q: "ელექტრონული სერვისი", year: "2019", sdg: "5" },
  { level: "national", area: "transparency" }, { overdue: "yes" }, { q: "მოქალაქე", kind: "comment", page: "9" }, { q: "მონაცემი", kind: "commitment", page: "20" }, { q: "ბიუჯტეი" }, { q: "ვებგვერდი აბრაკადაბრა" }, { q: "5.2" },
];
const typed = ["ვა", "ვალდ", "ვალდებულ", "zu", "zugd", "zugdidi i", "მუნიც", "და", "ბიუჯეტი ს", "sa", "reg", "publish the r", "სამინ", "plan 7", "უწყება 1"];

function report(what: string, took: number[], goal: number): void {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;
  console.log(`${what}: ${took.length} times; p50 ${at(0.5)}, p95 ${at(0.95)}, at most ${at(1)} (goal: p95 under ${goal} ms)`);
}

/** Every question in turn, one after the other, after a first round that warms up. */
async function measure<T>(what: string, goal: number, list: readonly T[], ask: (one: T) => Promise<unknown>): Promise<void> {
  const all: number[] = [];
  for (let round = 0; round < 11; round += 1) {
    for (const one of list) {
      const start = performance.now();
      await ask(one);
      const took = performance.now() - start;
      if (round > 0) all.push(took);
      if (round === 10) console.log(`  ${JSON.stringify(one)}: ${took.toFixed(1)} ms`);
    }
  }
  report(what, all, goal);
}

await withOwnDatabase(async (owner) => {
  const [{ facetLabels }, { suggest }, { parseSearch }, { findPublic, listFoundCommitments }] = await Promise.all([
    import("#lib/search/queries.ts"), import("#lib/search/suggestions/queries.ts"), import("#lib/search/schema.ts"), import("#lib/search/found/queries.ts"),
  ]);
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    console.log(`${what}: ${((performance.now() - start) / 1_000).toFixed(0)} s`);
  };
  await timed("rows generated", async () => {
    await owner.query(`CREATE TEMPORARY TABLE phrase ("n" int PRIMARY KEY, phrase text NOT NULL)`);
    await owner.query("INSERT INTO phrase SELECT n, phrase FROM unnest($1::text[]) WITH ORDINALITY one(phrase, n)", [phrases(100_000, 6)]);
    await owner.query("ANALYZE phrase");
    await owner.query(generated);
  });
  await timed("index made", async () => owner.query(indexed));
  await owner.query("VACUUM ANALYZE");
  const now = new Date();
  await measure("search, with all that its page shows", 100, questions, async (query) => {
    const found = await findPublic(parseSearch(query), now);
    if (found) await Promise.all([facetLabels(found.facets), listFoundCommitments(found, "ka", now)]);
  });
  await measure("suggestion", 50, typed, suggest);
});
