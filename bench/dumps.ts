// `node --conditions=react-server bench/dumps.ts [commitments] [comments]`: how long complete files take and how much memory, and how long a page of the API. See README.md here.
import { withOwnDatabase } from "./own-database.ts";

const [commitments = 50_000, comments = 200_000] = process.argv.slice(2).map(Number);

const generated = `
  SET session_replication_role = replica;
  INSERT INTO "Organisation" ("id", "slug", "name", "kindCode") SELECT gen_random_uuid(), 'body-' || n, jsonb_build_object('en', 'Body ' || n), 'public_body' FROM generate_series(1, 200) n;
  INSERT INTO "Plan" ("id", "slug", "title", "level", "countryCode", "startsOn", "endsOn", "status", "secretariatId", "scaleCode")
    SELECT gen_random_uuid(), 'plan-' || n, '{"en": "Plan"}', 'local', 'GE', '2026', '2027', 'adopted', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-1'), 'georgia' FROM generate_series(1, 100) n;
  INSERT INTO "Commitment" ("id", "planId", "number", "slug", "title", "description", "leadOrganisationId", "endsOn", "position")
    SELECT gen_random_uuid(), "Plan"."id", n::text, 'c-' || n, '{"en": "Publish the register"}', jsonb_build_object('ka', repeat('ვალდებულების აღწერა ', 40)), (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-' || (2 + n % 190)), CASE WHEN n % 10 > 0 THEN (2020 + n % 8) || '-' || lpad((1 + n % 12)::text, 2, '0') END, n FROM "Plan", generate_series(1, ${commitments} / 100) n;
  INSERT INTO "Comment" ("id", "commitmentId", "authorName", "email", "body", "locale", "status", "confirmTokenHash", "confirmExpiresAt", "createdAt", "confirmedAt", "publishedAt")
    SELECT gen_random_uuid(), picked."id", 'Nino', n || '@example.ge', repeat('კარგი იდეაა. ', 20), 'ka', CASE WHEN n % 5 = 0 THEN 'pending' ELSE 'published' END, 'h' || n, now(), now(), now(), now() - n * interval '1 second'
    FROM generate_series(1, ${comments}) n JOIN (SELECT "id", row_number() OVER () AS at FROM "Commitment") picked ON picked.at = 1 + n % ${commitments};
  ANALYZE;`;

await withOwnDatabase(async (owner) => {
  const [{ streamDump }, { findResource, listRecords }, { readParameters }] = await Promise.all([
    import("#lib/open-data/dumps/queries.ts"), import("#lib/open-data/resources/queries.ts"), import("#lib/open-data/resources/rules.ts"),
  ]);
  await owner.query(generated);

  for (const [of, format] of [["plans", "jsonl"], ["comments", "jsonl"], ["comments", "csv"], ["commitments", "csv"], ["comments", "xlsx"]] as const) {
    const [start, before] = [performance.now(), process.memoryUsage().rss];
    let [bytes, most] = [0, 0];
    for await (const piece of streamDump({ of, format }, new Date())) {
      bytes += piece.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    console.log(`${of}.${format}: ${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - start) / 1000).toFixed(1)} s, at most ${Math.round((most - before) / 1e6)} MB more than before`);
  }

  const time = async (label: string, name: string, query: string) => {
    const resource = findResource(name);
    const read = resource && readParameters(resource, new URLSearchParams(query));
    if (!resource || !read || !("asked" in read)) throw new Error(query);
    const took: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now();
      await listRecords(resource, read.asked, new Date());
      took.push(performance.now() - start);
    }
    console.log(`${label}: ${took.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
  };
  for (const [name, query] of [["commitments", "limit=50"], ["commitments", "limit=200"], ["commitments", "limit=50&plan=plan-7"], ["commitments", "limit=50&progress=not_reported"], ["comments", "limit=50"], ["organisations", "limit=200"]] as const) await time(`/${name}?${query}`, name, query);

  // Every order, from its beginning and from its middle.
  for (const [name, table, column] of [["commitments", "Commitment", "endsOn"], ["commitments", "Commitment", "number"], ["comments", "Comment", "publishedAt"]] as const) {
    for (const [sort, direction] of [[column, "ASC"], [`-${column}`, "DESC"]] as const) {
      const middle = `SELECT "id", "${column}" AS value FROM "${table}" WHERE "${column}" IS NOT NULL ORDER BY "${column}" ${direction}, "id" ${direction} OFFSET (SELECT count(*) / 2 FROM "${table}" WHERE "${column}" IS NOT NULL) LIMIT 1`;
      const { rows: [row] } = await owner.query<{ id: string; value: string | Date }>(middle);
      const cursor = Buffer.from(JSON.stringify([sort, row?.value instanceof Date ? row.value.toISOString() : row?.value, row?.id])).toString("base64url");
      await time(`/${name}?sort=${sort}`, name, `limit=50&sort=${sort}`);
      await time(`/${name}?sort=${sort}, from the middle`, name, `limit=50&sort=${sort}&cursor=${cursor}`);
    }
  }
});
