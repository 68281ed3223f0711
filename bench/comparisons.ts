// `node bench/comparisons.ts`: how long agencies, plans, periods and municipalities take to be compared, 64 municipalities of 20 years with 102,400 milestones. See README.md here.
import { now } from "#lib/platform/clock.ts";
import { withOwnDatabase } from "./own-database.ts";

/** In each of 64 municipalities ten plans of two years, with four half-years, 16 commitments and 160 milestones each; all reported twice and judged once, with 100,000 comments. */
const generated = `
  SET session_replication_role = replica;
  INSERT INTO "Municipality" ("slug", "name", "region", "position") SELECT 'town-' || n, jsonb_build_object('en', 'Town ' || n), '{}', n FROM generate_series(1, 64) n;
  INSERT INTO "Organisation" ("id", "slug", "name", "kindCode", "municipalitySlug") SELECT gen_random_uuid(), 'body-' || n, jsonb_build_object('en', 'Body ' || n), 'municipal_body', 'town-' || (1 + n % 64) FROM generate_series(0, 639) n;
  INSERT INTO "Plan" ("id", "slug", "title", "level", "countryCode", "startsOn", "endsOn", "status", "secretariatId", "scaleCode", "municipalitySlug")
    SELECT gen_random_uuid(), 'plan-' || town || '-' || term, '{"en": "Plan"}', 'local', 'GE', (2004 + 2 * term)::text, (2005 + 2 * term)::text, 'closed', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-1'), 'georgia', 'town-' || town
    FROM generate_series(1, 64) town, generate_series(1, 10) term;
  INSERT INTO "ReportingPeriod" ("id", "planId", "slug", "label", "kind", "startsOn", "endsOn", "status")
    SELECT gen_random_uuid(), "id", 'half-' || n, '{"en": "Half-year"}', 'half_year', "startsOn" || '-0' || n || '-01', "startsOn" || '-0' || n || '-28', 'closed' FROM "Plan", generate_series(1, 4) n;
  INSERT INTO "Commitment" ("id", "planId", "number", "slug", "title", "leadOrganisationId", "position", "endsOn")
    SELECT gen_random_uuid(), plan."id", n::text, 'c-' || n, '{"en": "Publish the register"}', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-' || (n * 64 + plan.digits::int) % 640), n, plan."endsOn"
    FROM (SELECT *, regexp_replace("municipalitySlug", '[^0-9]', '', 'g') AS digits FROM "Plan") plan, generate_series(1, 16) n;
  INSERT INTO "Milestone" ("id", "commitmentId", "number", "title", "leadOrganisationId", "position")
    SELECT gen_random_uuid(), "id", "number" || '.' || n, '{"en": "Draft, approve and explain"}', "leadOrganisationId", n FROM "Commitment", generate_series(1, 10) n;
  CREATE TEMPORARY TABLE subject AS
    SELECT period."id" AS "periodId", period."slug", commitment."id" AS "commitmentId", milestone."id" AS "milestoneId", commitment."leadOrganisationId", random() AS a, random() AS b
    FROM "ReportingPeriod" period JOIN "Commitment" commitment USING ("planId") JOIN "Milestone" milestone ON milestone."commitmentId" = commitment."id" WHERE period."slug" IN ('half-2', 'half-4');
  INSERT INTO "ProgressUpdate" ("id", "periodId", "commitmentId", "milestoneId", "organisationId", "status", "progress", "createdAt", "savedAt", "acceptedAt")
    SELECT gen_random_uuid(), "periodId", "commitmentId", "milestoneId", "leadOrganisationId", 'accepted', (ARRAY['not_started', 'in_progress', 'completed', 'suspended'])[1 + floor(a * 4)], now(), now(), now() FROM subject WHERE b < 0.9;
  INSERT INTO "Evidence" ("id", "kind", "url", "organisationId", "uploadedAt", "updateId") SELECT gen_random_uuid(), 'link', 'https://example.org', "organisationId", now(), "id" FROM "ProgressUpdate" WHERE "progress" = 'completed';
  INSERT INTO "Assessment" ("id", "periodId", "commitmentId", "milestoneId", "voice", "organisationId", "gradeId", "status", "createdAt", "savedAt", "publishedAt", "actorName")
    SELECT gen_random_uuid(), "periodId", "commitmentId", "milestoneId", CASE WHEN b < 0.8 THEN 'secretariat' ELSE 'independent' END, (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-1'), (SELECT "id" FROM "FulfilmentGrade" WHERE "rank" = floor(a * 4)), 'published', now(), now(), now(), 'bench'
    FROM subject WHERE "slug" = 'half-4';
  INSERT INTO "Comment" ("id", "commitmentId", "email", "body", "locale", "status", "confirmTokenHash", "confirmExpiresAt", "createdAt", "confirmedAt", "publishedAt")
    SELECT gen_random_uuid(), "commitmentId", 'a@b.example', 'Good', 'en', 'published', "id"::text, now(), now(), now() - interval '20 days', now() FROM "Milestone";
  INSERT INTO "Response" ("id", "commentId", "disposition", "text", "status", "organisationId", "actorName", "savedAt", "publishedAt") SELECT gen_random_uuid(), "id", 'answered', '{"en": "Thank you."}', 'published', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-1'), 'bench', now(), now() - random() * interval '20 days' FROM "Comment" WHERE random() < 0.7;
  ANALYZE;`;

await withOwnDatabase(async (owner) => {
  const { getComparisonChoices, listCompared } = await import("#lib/figures/comparisons/queries.ts");
  const { comparisonSchema } = await import("#lib/figures/comparisons/schema.ts");
  const { settled } = await import("#lib/figures/comparisons/rules.ts");
  await owner.query(generated);
  for (const query of ["by=agencies", "by=agencies&of=commitments", "by=plans", "by=municipalities", "by=municipalities&year=2024", "by=agencies&plan=plan-7-10", "by=periods&plan=plan-7-10"]) {
    const asked = comparisonSchema.parse(Object.fromEntries(new URLSearchParams(query)));
    const took: number[] = [];
    let rows = 0;
    for (let run = 0; run < 4; run += 1) {
      const start = performance.now();
      rows = (await listCompared(settled(asked, await getComparisonChoices("plan-7-10")), now())).length;
      took.push(performance.now() - start);
    }
    console.log(`${query}: ${rows} rows; ${took.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
  }
});
