-- CreateTable
CREATE TABLE "SearchDocument" (
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "planId" UUID,
    "commitmentId" UUID,
    "path" TEXT NOT NULL,
    "title" JSONB,
    "summary" JSONB,
    "at" TIMESTAMP(3),
    "facets" TEXT[],
    "dueOn" DATE,
    "head" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("kind","subjectId")
) PARTITION BY LIST ("kind");

-- Comments are by far the most, commitments the next; what is looked for in one is never read past in another.
CREATE TABLE "SearchedCommitment" PARTITION OF "SearchDocument" FOR VALUES IN ('commitment');
CREATE TABLE "SearchedComment" PARTITION OF "SearchDocument" FOR VALUES IN ('comment');
CREATE TABLE "SearchedOther" PARTITION OF "SearchDocument" DEFAULT;

-- CreateTable
CREATE TABLE "SearchTurn" (
    "transaction" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "SearchTurn_pkey" PRIMARY KEY ("transaction","kind","subjectId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "SearchDocument_planId_idx" ON "SearchDocument"("planId");

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "SearchedCommitment_words" ON "SearchedCommitment" USING gin ("words");
CREATE INDEX "SearchedCommitment_head" ON "SearchedCommitment" USING gin ("head");
CREATE INDEX "SearchedCommitment_facets" ON "SearchedCommitment" USING gin ("facets");
CREATE INDEX "SearchedComment_words" ON "SearchedComment" USING gin ("words");
CREATE INDEX "SearchedOther_words" ON "SearchedOther" USING gin ("words");
CREATE INDEX "SearchedOther_head" ON "SearchedOther" USING gin ("head");
CREATE INDEX "SearchWord_alike" ON "SearchWord" USING gin ("word" gin_trgm_ops);

-- One spelling for Georgian, its national transliteration, and how people type it on a Latin keyboard: ყ, ქ, კ, q and k are one letter, so are
-- წ, ც, ts, w and c, written ts because ტ and ს meet at the end of many words. lib/search/rules.ts says the same of what is asked; a test holds the two against each other.
CREATE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(regexp_replace(
    lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      translate(
        lower(regexp_replace(normalize(regexp_replace($1, '[''’‘ʼ`´ʹ′\u00ad\u200b-\u200d\ufeff]', '', 'g'), NFKD), '[\u0300-\u036f]', '', 'g')),
        'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰwyqf',
        'abgdevztiklmnopjrstupkgkWQcZcQXjhabgdevztiklmnopjrstupkgkWQcZcQXjhckkp'),
      'sh', 'W'), 'ch', 'Q'), 'kh', 'X'), 'zh', 'j'), 'gh', 'g'), 'ph', 'p'), 'th', 't'), 'h', 'X'), 'c', 'ts'), 'Z', 'dz')),
    '[^a-z0-9а-яёա-ֆ.]+|\.(?![0-9])', ' ', 'g'), '(?<![0-9])\.|  +', ' ', 'g'));
$$;

CREATE FUNCTION search_text(jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT concat_ws(' ', $1->>'ka', $1->>'en') $$;

-- The last day that belongs to a partial date.
CREATE FUNCTION search_last_day(text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE length($1) WHEN 10 THEN $1::date WHEN 7 THEN (($1 || '-01')::date + interval '1 month' - interval '1 day')::date ELSE ($1 || '-12-31')::date END $$;

-- Two languages of the texts that hold a phrase, told apart by their letters; codes, keys and addresses have no blank in them.
CREATE FUNCTION search_phrases(snapshot text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object(
    'ka', left(string_agg(phrase, ' ') FILTER (WHERE phrase ~ '[ა-ჰ]'), 200000),
    'en', left(string_agg(phrase, ' ') FILTER (WHERE phrase !~ '[ა-ჰ]'), 200000)))
  FROM (SELECT DISTINCT value #>> '{}' AS phrase FROM jsonb_path_query(snapshot::jsonb, 'strict $.** ? (@.type() == "string")') AS value) texts WHERE phrase ~ '\S\s+\S' $$;

CREATE FUNCTION search_write(a_kind text, a_subject uuid, a_plan uuid, a_commitment uuid, a_path text, a_title jsonb, a_summary jsonb, an_at timestamp, a_body text, some_facets text[], a_due date) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchDocument" ("kind", "subjectId", "planId", "commitmentId", "path", "title", "summary", "at", "facets", "dueOn", "head", "words")
  VALUES (a_kind, a_subject, a_plan, a_commitment, a_path, a_title, a_summary, an_at, some_facets, a_due,
    setweight(to_tsvector('simple', search_fold(search_text(a_title))), 'A') || setweight(to_tsvector('simple', left(search_fold(search_text(a_summary)), 20000)), 'B'),
    strip(to_tsvector('simple', left(search_fold(concat_ws(' ', search_text(a_title), search_text(a_summary), a_body)), 500000))));
$$;

-- A commitment is found by its milestones, results and the names around it, and stands where they stand. What was taken out is not found.
CREATE FUNCTION search_put_commitment(an_id uuid) RETURNS void LANGUAGE sql AS $$
  WITH line AS (
    SELECT "id" AS commitment, NULL::uuid AS milestone, "leadOrganisationId" AS lead, "endsOn" AS due FROM "Commitment" WHERE "id" = an_id
    UNION ALL
    SELECT m."commitmentId", m."id", m."leadOrganisationId", COALESCE(m."endsOn", c."endsOn") FROM "Milestone" m JOIN "Commitment" c ON c."id" = m."commitmentId" WHERE m."commitmentId" = an_id AND m."removedAt" IS NULL
  ), standing AS (
    SELECT line.*, COALESCE(said."progress", 'not_reported') AS progress, judged."code" AS grade
    FROM line
    LEFT JOIN LATERAL (
      SELECT u."progress" FROM "ProgressUpdate" u JOIN "ReportingPeriod" p ON p."id" = u."periodId"
      WHERE u."commitmentId" = line.commitment AND u."milestoneId" IS NOT DISTINCT FROM line.milestone AND u."status" = 'accepted' ORDER BY p."endsOn" DESC, u."acceptedAt" DESC LIMIT 1
    ) said ON true
    LEFT JOIN LATERAL (
      SELECT g."code" FROM "Assessment" a JOIN "ReportingPeriod" p ON p."id" = a."periodId" JOIN "FulfilmentGrade" g ON g."id" = a."gradeId"
      WHERE a."commitmentId" = line.commitment AND a."milestoneId" IS NOT DISTINCT FROM line.milestone AND a."status" = 'published' AND a."voice" = 'secretariat' ORDER BY p."endsOn" DESC, a."publishedAt" DESC LIMIT 1
    ) judged ON true
  ), carrier AS (
    SELECT lead AS id FROM line
    UNION SELECT "organisationId" FROM "Partnership" WHERE "commitmentId" = an_id OR "milestoneId" IN (SELECT milestone FROM line)
  ), around AS (
    SELECT string_agg(search_text("name"), ' ') AS names, array_agg('agency:' || "slug" ORDER BY "slug") AS slugs FROM "Organisation" WHERE "id" IN (SELECT id FROM carrier)
  )
  SELECT search_write('commitment', c."id", p."id", c."id", '/plans/' || p."slug" || '/commitments/' || c."slug", c."title",
    COALESCE(c."plainSummary", c."description", c."expectedOutcome"),
    (SELECT max("acceptedAt") FROM "ProgressUpdate" WHERE "commitmentId" = c."id" AND "status" = 'accepted'),
    concat_ws(' ', c."number", search_text(c."description"), search_text(c."expectedOutcome"), search_text(p."title"), search_text(p."locality"), around.names,
      (SELECT string_agg(concat_ws(' ', "number", search_text("title"), search_text("description")), ' ') FROM "Milestone" WHERE "commitmentId" = c."id" AND "removedAt" IS NULL),
      (SELECT string_agg(concat_ws(' ', search_text("result"), search_text("reasons")), ' ') FROM "ProgressUpdate" WHERE "commitmentId" = c."id" AND "status" = 'accepted'),
      (SELECT string_agg(search_text("narrative"), ' ') FROM "Assessment" WHERE "commitmentId" = c."id" AND "status" = 'published')),
    ARRAY['plan:' || p."slug", 'level:' || p."level"] || around.slugs
      || ARRAY(SELECT DISTINCT 'status:' || progress FROM standing) || ARRAY(SELECT DISTINCT 'fulfilment:' || grade FROM standing WHERE grade IS NOT NULL)
      || ARRAY(SELECT 'area:' || "B" FROM "_CommitmentToThematicArea" WHERE "A" = c."id") || ARRAY(SELECT 'sdg:' || "B" FROM "_CommitmentToSdg" WHERE "A" = c."id")
      || ARRAY(SELECT 'year:' || year FROM generate_series(left(COALESCE(c."startsOn", p."startsOn"), 4)::int, least(left(COALESCE(c."endsOn", p."endsOn"), 4)::int, left(COALESCE(c."startsOn", p."startsOn"), 4)::int + 30)) year),
    (SELECT min(search_last_day(due)) FROM standing WHERE progress NOT IN ('completed', 'withdrawn')))
  FROM "Commitment" c JOIN "Plan" p ON p."id" = c."planId" CROSS JOIN around
  WHERE c."id" = an_id AND c."removedAt" IS NULL AND p."status" <> 'draft';
$$;

CREATE FUNCTION search_put(a_kind text, an_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CASE a_kind
    WHEN 'commitment' THEN PERFORM search_put_commitment(an_id);
    WHEN 'plan' THEN
      PERFORM search_write('plan', "id", "id", NULL, '/plans/' || "slug", "title", "introduction", NULL, search_text("locality"), ARRAY['plan:' || "slug", 'level:' || "level"], NULL)
      FROM "Plan" WHERE "id" = an_id AND "status" <> 'draft';
    WHEN 'organisation' THEN
      PERFORM search_write('organisation', "id", NULL, NULL, '/organisations/' || "slug", "name", NULL, NULL, NULL, '{}', NULL) FROM "Organisation" WHERE "id" = an_id;
    WHEN 'report' THEN
      PERFORM search_write('report', r."id", p."id", NULL, '/reports/' || r."slug", v."title", search_phrases(v."snapshot"), v."publishedAt", NULL, ARRAY['plan:' || p."slug", 'level:' || p."level"], NULL)
      FROM "Report" r JOIN "Plan" p ON p."id" = r."planId" JOIN LATERAL (SELECT * FROM "ReportVersion" WHERE "reportId" = r."id" ORDER BY "number" DESC LIMIT 1) v ON true
      WHERE r."id" = an_id AND p."status" <> 'draft';
    WHEN 'comment' THEN
      PERFORM search_write('comment', m."id", p."id", c."id",
        CASE WHEN c."id" IS NULL THEN '/reports/' || r."slug" ELSE '/plans/' || p."slug" || '/commitments/' || c."slug" END || '#comment-' || m."id", NULL,
        jsonb_build_object(m."locale", m."body"), m."publishedAt", (SELECT search_text("text") FROM "Response" WHERE "commentId" = m."id" AND "status" = 'published'),
        ARRAY['plan:' || p."slug", 'level:' || p."level"], NULL)
      FROM "Comment" m LEFT JOIN "Commitment" c ON c."id" = m."commitmentId" LEFT JOIN "Report" r ON r."id" = m."reportId" JOIN "Plan" p ON p."id" = COALESCE(c."planId", r."planId")
      WHERE m."id" = an_id AND m."status" = 'published' AND p."status" <> 'draft' AND c."removedAt" IS NULL
        AND (m."reportId" IS NULL OR EXISTS (SELECT FROM "ReportVersion" v WHERE v."reportId" = m."reportId"));
    WHEN 'event' THEN
      PERFORM search_write('event', e."id", p."id", NULL, '/process/' || e."slug", e."title", e."summary", e."publishedAt",
        concat_ws(' ', search_text(e."agenda"), search_text(e."minutes"), search_text(e."place"), search_text(e."cancelReason"), (SELECT string_agg(search_text("text"), ' ') FROM "EventDecision" WHERE "eventId" = e."id")),
        CASE WHEN p."id" IS NULL THEN '{}' ELSE ARRAY['plan:' || p."slug", 'level:' || p."level"] END, NULL)
      FROM "ProcessEvent" e LEFT JOIN "Plan" p ON p."id" = e."planId" AND p."status" <> 'draft' WHERE e."id" = an_id AND e."status" <> 'draft';
    WHEN 'recommendation' THEN
      PERFORM search_write('recommendation', r."id", p."id", NULL, '/process/' || e."slug" || '#recommendation-' || r."number", r."text", r."response", r."publishedAt", search_text(r."fulfilment"),
        CASE WHEN p."id" IS NULL THEN '{}' ELSE ARRAY['plan:' || p."slug", 'level:' || p."level"] END, NULL)
      FROM "Recommendation" r JOIN "ProcessEvent" e ON e."id" = r."eventId" LEFT JOIN "Plan" p ON p."id" = e."planId" AND p."status" <> 'draft'
      WHERE r."id" = an_id AND r."publishedAt" IS NOT NULL AND e."status" = 'published';
  END CASE;
END $$;

-- What a mistyped word may have meant: every word of what is found, but for comments and for words too rare in form to be mistyped.
CREATE FUNCTION search_learn(of_transaction bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchWord" ("word")
  SELECT DISTINCT lexeme FROM "SearchDocument" d, unnest(tsvector_to_array(d."words")) lexeme
  WHERE d."kind" <> 'comment' AND (of_transaction IS NULL OR (d."kind", d."subjectId") IN (SELECT "kind", "subjectId" FROM "SearchTurn" WHERE "transaction" = of_transaction))
    AND lexeme ~ '^[a-zа-яё]{4,40}$' AND NOT EXISTS (SELECT FROM "SearchWord" known WHERE known."word" = lexeme)
  ORDER BY lexeme ON CONFLICT DO NOTHING;
$$;

-- At the end of a transaction everything it touched is written anew, or leaves, once, in one order for all transactions; each waits for
-- another that is just writing the same thing, and then sees what that one wrote.
CREATE FUNCTION search_now() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  own bigint := pg_current_xact_id()::text::bigint;
  turn record;
BEGIN
  IF NOT EXISTS (SELECT FROM "SearchTurn" WHERE "transaction" = own) THEN
    RETURN NULL;
  END IF;
  FOR turn IN SELECT "kind", "subjectId" FROM "SearchTurn" WHERE "transaction" = own ORDER BY "kind", "subjectId" LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('search ' || turn."kind" || turn."subjectId", 0));
    DELETE FROM "SearchDocument" WHERE "kind" = turn."kind" AND "subjectId" = turn."subjectId";
    PERFORM search_put(turn."kind", turn."subjectId");
  END LOOP;
  PERFORM search_learn(own);
  DELETE FROM "SearchTurn" WHERE "transaction" = own;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "SearchTurn_now" AFTER INSERT ON "SearchTurn" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_now();

CREATE FUNCTION search_turn(a_kind text, an_id uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchTurn" SELECT pg_current_xact_id()::text::bigint, a_kind, an_id WHERE an_id IS NOT NULL ON CONFLICT DO NOTHING $$;

-- Arguments: a kind and the column that names which one. What is being written and nobody may read yet changes nothing.
CREATE FUNCTION search_later() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  unread text[] := ARRAY['draft', 'submitted', 'returned', 'unconfirmed', 'pending', 'rejected'];
BEGIN
  IF COALESCE(before->>'status', 'draft') = ANY (unread) AND COALESCE(after->>'status', 'draft') = ANY (unread) AND COALESCE(before, after) ? 'status' THEN
    RETURN NULL;
  END IF;
  PERFORM search_turn(TG_ARGV[0], (before->>TG_ARGV[1])::uuid), search_turn(TG_ARGV[0], (after->>TG_ARGV[1])::uuid);
  RETURN NULL;
END $$;

CREATE FUNCTION search_later_partnership() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was "Partnership" := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
  is_now "Partnership" := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM search_turn('commitment', was."commitmentId"), search_turn('commitment', is_now."commitmentId");
  PERFORM search_turn('commitment', "commitmentId") FROM "Milestone" WHERE "id" IN (was."milestoneId", is_now."milestoneId");
  RETURN NULL;
END $$;

-- What a plan is called, where it stands and whether it is public is said of all that belongs to it.
CREATE FUNCTION search_later_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    PERFORM search_turn('plan', CASE WHEN TG_OP = 'DELETE' THEN OLD."id" ELSE NEW."id" END);
    RETURN NULL;
  END IF;
  PERFORM search_turn('plan', NEW."id");
  IF (OLD."title", OLD."slug", OLD."level", OLD."locality", OLD."startsOn", OLD."endsOn", OLD."status" = 'draft') IS DISTINCT FROM (NEW."title", NEW."slug", NEW."level", NEW."locality", NEW."startsOn", NEW."endsOn", NEW."status" = 'draft') THEN
    PERFORM search_turn('commitment', "id") FROM "Commitment" WHERE "planId" = NEW."id";
  END IF;
  IF (OLD."slug", OLD."level", OLD."status" = 'draft') IS DISTINCT FROM (NEW."slug", NEW."level", NEW."status" = 'draft') THEN
    PERFORM search_turn('report', "id") FROM "Report" WHERE "planId" = NEW."id";
    PERFORM search_turn('event', "id") FROM "ProcessEvent" WHERE "planId" = NEW."id";
    PERFORM search_turn('recommendation', r."id") FROM "Recommendation" r JOIN "ProcessEvent" e ON e."id" = r."eventId" WHERE e."planId" = NEW."id";
    PERFORM search_turn('comment', m."id") FROM "Comment" m WHERE m."status" = 'published'
      AND (m."commitmentId" IN (SELECT "id" FROM "Commitment" WHERE "planId" = NEW."id") OR m."reportId" IN (SELECT "id" FROM "Report" WHERE "planId" = NEW."id"));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_later_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_turn('commitment', CASE WHEN TG_OP = 'DELETE' THEN OLD."id" ELSE NEW."id" END);
  IF TG_OP = 'UPDATE' AND (OLD."slug", OLD."planId", OLD."removedAt") IS DISTINCT FROM (NEW."slug", NEW."planId", NEW."removedAt") THEN
    PERFORM search_turn('comment', "id") FROM "Comment" WHERE "commitmentId" = NEW."id" AND "status" = 'published';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_later_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_turn('organisation', CASE WHEN TG_OP = 'DELETE' THEN OLD."id" ELSE NEW."id" END);
  IF TG_OP = 'UPDATE' AND (OLD."name", OLD."slug") IS DISTINCT FROM (NEW."name", NEW."slug") THEN
    PERFORM search_turn('commitment', "id") FROM "Commitment" WHERE "leadOrganisationId" = NEW."id";
    PERFORM search_turn('commitment', "commitmentId") FROM "Milestone" WHERE "leadOrganisationId" = NEW."id";
    PERFORM search_turn('commitment', COALESCE(s."commitmentId", m."commitmentId")) FROM "Partnership" s LEFT JOIN "Milestone" m ON m."id" = s."milestoneId" WHERE s."organisationId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_later_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_turn('event', CASE WHEN TG_OP = 'DELETE' THEN OLD."id" ELSE NEW."id" END);
  IF TG_OP = 'UPDATE' AND (OLD."slug", OLD."planId", OLD."status") IS DISTINCT FROM (NEW."slug", NEW."planId", NEW."status") THEN
    PERFORM search_turn('recommendation', "id") FROM "Recommendation" WHERE "eventId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Plan_search" AFTER INSERT OR UPDATE OR DELETE ON "Plan" FOR EACH ROW EXECUTE FUNCTION search_later_plan();
CREATE TRIGGER "Commitment_search" AFTER INSERT OR UPDATE OR DELETE ON "Commitment" FOR EACH ROW EXECUTE FUNCTION search_later_commitment();
CREATE TRIGGER "Milestone_search" AFTER INSERT OR UPDATE OR DELETE ON "Milestone" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Partnership_search" AFTER INSERT OR UPDATE OR DELETE ON "Partnership" FOR EACH ROW EXECUTE FUNCTION search_later_partnership();
CREATE TRIGGER "CommitmentToThematicArea_search" AFTER INSERT OR UPDATE OR DELETE ON "_CommitmentToThematicArea" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'A');
CREATE TRIGGER "CommitmentToSdg_search" AFTER INSERT OR UPDATE OR DELETE ON "_CommitmentToSdg" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'A');
CREATE TRIGGER "ProgressUpdate_search" AFTER INSERT OR UPDATE OR DELETE ON "ProgressUpdate" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Assessment_search" AFTER INSERT OR UPDATE OR DELETE ON "Assessment" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Organisation_search" AFTER INSERT OR UPDATE OR DELETE ON "Organisation" FOR EACH ROW EXECUTE FUNCTION search_later_organisation();
CREATE TRIGGER "Report_search" AFTER INSERT OR UPDATE OR DELETE ON "Report" FOR EACH ROW EXECUTE FUNCTION search_later('report', 'id');
CREATE TRIGGER "ReportVersion_search" AFTER INSERT ON "ReportVersion" FOR EACH ROW EXECUTE FUNCTION search_later('report', 'reportId');
CREATE TRIGGER "Comment_search" AFTER INSERT OR UPDATE OR DELETE ON "Comment" FOR EACH ROW EXECUTE FUNCTION search_later('comment', 'id');
CREATE TRIGGER "Response_search" AFTER INSERT OR UPDATE OR DELETE ON "Response" FOR EACH ROW EXECUTE FUNCTION search_later('comment', 'commentId');
CREATE TRIGGER "ProcessEvent_search" AFTER INSERT OR UPDATE OR DELETE ON "ProcessEvent" FOR EACH ROW EXECUTE FUNCTION search_later_event();
CREATE TRIGGER "EventDecision_search" AFTER INSERT OR UPDATE OR DELETE ON "EventDecision" FOR EACH ROW EXECUTE FUNCTION search_later('event', 'eventId');
CREATE TRIGGER "Recommendation_search" AFTER INSERT OR UPDATE OR DELETE ON "Recommendation" FOR EACH ROW EXECUTE FUNCTION search_later('recommendation', 'id');

-- Everything anew: `npm run index`, and here for what was recorded before there was a search.
CREATE FUNCTION search_rebuild() RETURNS bigint LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE "SearchDocument" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "SearchDocument";
  DELETE FROM "SearchWord";
  PERFORM search_put('plan', "id") FROM "Plan";
  PERFORM search_put('commitment', "id") FROM "Commitment";
  PERFORM search_put('organisation', "id") FROM "Organisation";
  PERFORM search_put('report', "id") FROM "Report";
  PERFORM search_put('event', "id") FROM "ProcessEvent";
  PERFORM search_put('recommendation', "id") FROM "Recommendation";
  PERFORM search_put('comment', "id") FROM "Comment" WHERE "status" = 'published';
  PERFORM search_learn(NULL);
  RETURN (SELECT count(*) FROM "SearchDocument");
END $$;
SELECT search_rebuild();
