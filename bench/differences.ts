// `node bench/differences.ts`: how long the public page of differences takes to be read from 100,000 published assessments. See README.md here.
import { withOwnDatabase } from "./own-database.ts";

/** 50 plans of 100 commitments with 9 milestones each, all reported and judged twice in one period. */
const generated = `
  SET session_replication_role = replica;
  INSERT INTO "Organisation" ("id", "slug", "name", "kindCode") SELECT gen_random_uuid(), 'body-' || n, jsonb_build_object('en', 'Body ' || n), 'public_body' FROM generate_series(1, 41) n;
  INSERT INTO "Plan" ("id", "slug", "title", "level", "countryCode", "startsOn", "endsOn", "status", "secretariatId", "scaleCode")
    SELECT gen_random_uuid(), 'plan-' || n, '{"en": "Plan"}', 'local', 'GE', (1976 + n)::text, '2027', 'adopted', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-1'), 'georgia' FROM generate_series(1, 50) n;
  INSERT INTO "ReportingPeriod" ("id", "planId", "slug", "label", "kind", "startsOn", "endsOn", "status") SELECT gen_random_uuid(), "id", '2026', '{"en": "2026"}', 'annual', '2026-01-01', '2026-12-31', 'closed' FROM "Plan";
  INSERT INTO "Commitment" ("id", "planId", "number", "slug", "title", "leadOrganisationId", "position")
    SELECT gen_random_uuid(), "Plan"."id", n::text, 'c-' || n, '{"en": "Publish the register"}', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-' || (2 + n % 38)), n FROM "Plan", generate_series(1, 100) n;
  INSERT INTO "Milestone" ("id", "commitmentId", "number", "title", "leadOrganisationId", "position")
    SELECT gen_random_uuid(), "id", "number" || '.' || n, '{"en": "Draft, approve and explain"}', "leadOrganisationId", n FROM "Commitment", generate_series(1, 9) n;
  CREATE TEMPORARY TABLE subject AS
    SELECT period."id" AS "periodId", commitment."id" AS "commitmentId", milestone."id" AS "milestoneId", commitment."leadOrganisationId", random() AS a, random() AS b, random() AS c
    FROM "ReportingPeriod" period JOIN "Commitment" commitment USING ("planId")
    JOIN LATERAL (SELECT "id" FROM "Milestone" WHERE "commitmentId" = commitment."id" UNION ALL SELECT NULL) milestone ON true;
  INSERT INTO "ProgressUpdate" ("id", "periodId", "commitmentId", "milestoneId", "organisationId", "status", "progress", "createdAt", "savedAt", "acceptedAt")
    SELECT gen_random_uuid(), "periodId", "commitmentId", "milestoneId", "leadOrganisationId", 'accepted', (ARRAY['not_started', 'in_progress', 'completed', 'suspended'])[1 + floor(a * 4)], now(), now(), now() FROM subject;
  INSERT INTO "Assessment" ("id", "periodId", "commitmentId", "milestoneId", "voice", "organisationId", "gradeId", "status", "createdAt", "savedAt", "publishedAt", "actorName")
    SELECT gen_random_uuid(), "periodId", "commitmentId", "milestoneId", 'secretariat', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-1'), (SELECT "id" FROM "FulfilmentGrade" WHERE "rank" = floor(b * 4)), 'published', now(), now(), now(), 'bench' FROM subject;
  INSERT INTO "Assessment" ("id", "periodId", "commitmentId", "milestoneId", "voice", "organisationId", "completionCode", "verifiableCode", "status", "createdAt", "savedAt", "publishedAt", "actorName")
    SELECT gen_random_uuid(), "periodId", "commitmentId", "milestoneId", 'independent', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-41'),
      (ARRAY['completion.not_started', 'completion.limited', 'completion.substantial', 'completion.complete', 'completion.no_evidence'])[1 + floor(c * 5)], CASE WHEN c < 0.5 THEN 'verifiable.no' ELSE 'verifiable.yes' END, 'published', now(), now(), now(), 'bench' FROM subject;
  INSERT INTO "Crosswalk" ("id", "secretariatId", "scaleCode", "number", "entries", "reason", "recordedAt", "actorName")
    SELECT gen_random_uuid(), "id", 'georgia', 1, (SELECT jsonb_agg(jsonb_build_object('grade', "code", 'completion', (ARRAY['completion.not_started', 'completion.limited', 'completion.substantial', 'completion.complete'])["rank" + 1])) FROM "FulfilmentGrade"), '{"en": "Bench"}', now(), 'bench'
    FROM "Organisation" WHERE "slug" = 'body-1';
  ANALYZE;`;

await withOwnDatabase(async (owner) => {
  const { listDifferences } = await import("#lib/assessments/differences/queries.ts");
  await owner.query(generated);
  for (const [what, filter] of [["all plans", { page: 1 }], ["all plans, page 500", { page: 500 }], ["one plan", { plan: "plan-7", page: 1 }], ["one plan and period", { plan: "plan-7", period: "2026", page: 2 }]] as const) {
    const took: number[] = [];
    let total = 0;
    for (let run = 0; run < 4; run += 1) {
      const start = performance.now();
      total = (await listDifferences(filter)).total;
      took.push(performance.now() - start);
    }
    console.log(`${what}: ${total} differences; ${took.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
  }
});
