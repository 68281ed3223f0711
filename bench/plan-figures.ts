// `node bench/plan-figures.ts`: how long the page in figures of a plan with 10,000 commitments takes to be read. See README.md here.
import { withOwnDatabase } from "./own-database.ts";

/** 20 parts, 40 agencies, 10,000 commitments of 9 milestones, all reported in four periods and judged in the last; every fifth states an amount. */
const generated = `
  SET session_replication_role = replica;
  INSERT INTO "Organisation" ("id", "slug", "name", "kindCode") SELECT gen_random_uuid(), 'body-' || n, jsonb_build_object('en', 'Body ' || n), 'public_body' FROM generate_series(1, 41) n;
  INSERT INTO "Plan" ("id", "slug", "title", "level", "countryCode", "startsOn", "endsOn", "status", "secretariatId", "scaleCode")
    SELECT gen_random_uuid(), 'big', '{"en": "Plan"}', 'national', 'GE', '2024', '2027', 'adopted', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-41'), 'georgia';
  INSERT INTO "PlanPart" ("id", "planId", "slug", "kind", "number", "title", "position") SELECT gen_random_uuid(), "Plan"."id", 'part-' || n, 'challenge', n::text, jsonb_build_object('en', 'Challenge ' || n), n FROM "Plan", generate_series(1, 20) n;
  INSERT INTO "ReportingPeriod" ("id", "planId", "slug", "label", "kind", "startsOn", "endsOn", "status")
    SELECT gen_random_uuid(), "Plan"."id", year::text, jsonb_build_object('en', year::text), 'annual', year || '-01-01', year || '-12-31', 'closed' FROM "Plan", generate_series(2022, 2025) year;
  INSERT INTO "Commitment" ("id", "planId", "partId", "number", "slug", "title", "startsOn", "endsOn", "leadOrganisationId", "position")
    SELECT gen_random_uuid(), "Plan"."id", (SELECT "id" FROM "PlanPart" WHERE "slug" = 'part-' || (1 + n % 20)), n::text, 'c-' || n, '{"en": "Publish the register"}', '2024', '2027', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-' || (1 + n % 40)), n FROM "Plan", generate_series(1, 10000) n;
  INSERT INTO "Milestone" ("id", "commitmentId", "number", "title", "endsOn", "leadOrganisationId", "position")
    SELECT gen_random_uuid(), "id", "number" || '.' || n, '{"en": "Draft, approve and explain"}', (ARRAY['2024', '2025-06', '2026-10-31', '2027', NULL])[1 + n % 5], "leadOrganisationId", n FROM "Commitment", generate_series(1, 9) n;
  INSERT INTO "ProgressUpdate" ("id", "periodId", "commitmentId", "milestoneId", "organisationId", "status", "progress", "createdAt", "savedAt", "acceptedAt")
    SELECT gen_random_uuid(), period."id", milestone."commitmentId", milestone."id", milestone."leadOrganisationId", 'accepted', (ARRAY['not_started', 'in_progress', 'completed', 'suspended'])[1 + floor(random() * 4)], now(), now(), now() FROM "ReportingPeriod" period, "Milestone" milestone;
  INSERT INTO "Assessment" ("id", "periodId", "commitmentId", "milestoneId", "voice", "organisationId", "gradeId", "status", "createdAt", "savedAt", "publishedAt", "actorName")
    SELECT gen_random_uuid(), period."id", milestone."commitmentId", milestone."id", 'secretariat', (SELECT "id" FROM "Organisation" WHERE "slug" = 'body-41'), (SELECT "id" FROM "FulfilmentGrade" WHERE "rank" = 0), 'published', now(), now(), now(), 'bench'
    FROM "ReportingPeriod" period, "Milestone" milestone WHERE period."slug" = '2025';
  INSERT INTO "BudgetLine" ("id", "milestoneId", "amount", "currency", "programmeCode", "fundingSourceCode") SELECT gen_random_uuid(), "id", 1000, 'GEL', '01 01 ' || right("number", 1), 'state_budget' FROM "Milestone" WHERE "position" % 5 = 0;
  ANALYZE;`;

await withOwnDatabase(async (owner) => {
  const [{ getPlanChanges, getPlanFigures, getPlanGlance, getPlanLines, getPlanTable }, { parseFigureAsk }] = await Promise.all([import("#lib/figures/plan-figures/queries.ts"), import("#lib/figures/plan-figures/schema.ts")]);
  await owner.query(generated);
  const ask = parseFigureAsk({});
  const now = new Date();
  const measured: [string, () => Promise<unknown>][] = [
    ["the page in figures", () => getPlanFigures("big", ask, now)],
    ["the top of the plan's page", () => getPlanGlance("big", 12, now)],
    ["milestones, page 1,000", () => getPlanLines("big", { ...ask, page: 1_000 }, now)],
    ["changes, page 1,000", () => getPlanChanges("big", { ...ask, page: 1_000 })],
    ["timeline.csv", () => getPlanTable("big", "timeline", ask, now)],
  ];
  for (const [what, read] of measured) {
    const took: number[] = [];
    let rows = 0;
    for (let run = 0; run < 4; run += 1) {
      const start = performance.now();
      rows = JSON.stringify(await read()).length;
      took.push(performance.now() - start);
    }
    console.log(`${what}: ${Math.round(rows / 1_024)} KB of figures; ${took.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
  }
});
