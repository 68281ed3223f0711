-- AlterTable
ALTER TABLE "EvidenceText" ADD COLUMN     "words" tsvector;

-- The keys of the words of a text: what is left of each without its endings, folded. Georgian is cut in its own letters, where ტ and თ, წ and ც are told
-- apart; what is in Latin letters both as English and as Georgian. lib/search-words/rules.ts says the same of what is asked; a test holds the two against each other.
CREATE FUNCTION search_keys(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text := lower(regexp_replace(normalize(regexp_replace(CASE WHEN $1 ~ '[Ა-Ჰ]' THEN translate($1, 'ᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰ', 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ') ELSE $1 END, '[''’‘ʼ`´ʹ′\u00ad\u200b-\u200d\ufeff]', '', 'g'), NFKD), '[\u0300-\u036f]', '', 'g'));
  -- Backwards, a blank before each word: what a word ends with is then found at once.
  georgian text := reverse(regexp_replace(plain || ' ', '[^ა-ჰ]+', ' ', 'g'));
  other text := regexp_replace(plain, '[ა-ჰ]+', ' ', 'g');
  english text := reverse(regexp_replace(other || ' ', '[^a-z]+', ' ', 'g'));
BEGIN
  IF georgian <> ' ' THEN
    georgian := regexp_replace(georgian, ' (?:ც|ევ)([^ ]{3})', ' \1', 'g');
    georgian := regexp_replace(georgian, ' (?:' || reverse('ისათვის|სათვის|ისთვის|სთვის|თვის|იდან|დან|ისაკენ|ისკენ|სკენ|კენ|ამდე|მდე|ისაგან|ისგან|სგან|გან|სთან|თან|ში|ზე|ის|ით') || ')([^ ]{2})', ' _\1', 'g');
    georgian := regexp_replace(georgian, ' (?:' || reverse('ად|მა|სა|თა|ს|მ|თ|დ') || ')([^ ]{3})', ' \1', 'g');
    georgian := replace(georgian, '_', '');
    georgian := regexp_replace(georgian, ' [აეიოუ]([^ ]{3}|[^აეიოუ ]{2}|ი[^ ])', ' \1', 'g');
    georgian := regexp_replace(georgian, ' (?:ბე)+([^ ]{2})', ' \1', 'g');
    georgian := regexp_replace(georgian, ' [აეიოუ]([^ ]{3}|[^აეიოუ ]{2}|ი[^ ])', ' \1', 'g');
    georgian := reverse(regexp_replace(' ' || reverse(search_fold(reverse(georgian))), ' ([lrnm])[aeo]([^ ]{2})', ' \1\2', 'g'));
  END IF;
  other := search_fold(other);
  IF english <> ' ' THEN
    english := regexp_replace(english, ' (?:' || reverse('ies|ing|ed|es|y') || ')([^ ]{4})', ' \1', 'g');
    english := regexp_replace(english, ' s([^ ]{3})', ' \1', 'g');
    english := regexp_replace(english, ' (bb|dd|ff|gg|kk|ll|mm|nn|pp|rr|ss|tt|vv|zz)([^ ]{2})', ' \1.\2', 'g');
    english := regexp_replace(english, '[a-z]\.', '', 'g');
    english := search_fold(reverse(regexp_replace(english, ' e([^ ]{4})', ' \1', 'g')));
    other := ' ' || reverse(other);
    other := regexp_replace(other, ' (?:' || reverse('isatvis|satvis|istvis|stvis|tvis|idan|dan|isaken|isken|sken|ken|amde|mde|isagan|isgan|sgan|gan|stan|tan|wi|ze|is|it') || ')([a-z]{3})', ' _\1', 'g');
    other := regexp_replace(other, ' (?:' || reverse('ad|ma|sa|ta|s|m|t|d') || ')([a-z]{3})', ' \1', 'g');
    other := replace(other, '_', '');
    other := regexp_replace(other, ' [aeiou]([a-z]{4})', ' \1', 'g');
    other := regexp_replace(other, ' (?:be)+([a-z]{3})', ' \1', 'g');
    other := regexp_replace(other, ' [aeiou]([a-z]{4})', ' \1', 'g');
    other := reverse(regexp_replace(other, ' ([lrnm])[aeo]([a-z]{2})', ' \1\2', 'g'));
  END IF;
  RETURN concat_ws(' ', nullif(trim(georgian), ''), nullif(trim(english), ''), nullif(trim(other), ''));
END $$;

-- Milestones and results are found as what they are, beside their commitment; there are more of them than of anything but comments.
DELETE FROM "SearchDocument";
DELETE FROM "SearchWord";
CREATE TABLE "SearchedMilestone" PARTITION OF "SearchDocument" FOR VALUES IN ('milestone');
CREATE TABLE "SearchedResult" PARTITION OF "SearchDocument" FOR VALUES IN ('result');
CREATE INDEX "SearchedMilestone_words" ON "SearchedMilestone" USING gin ("words");
CREATE INDEX "SearchedMilestone_facets" ON "SearchedMilestone" USING gin ("facets");
CREATE INDEX "SearchedMilestone_commitmentId" ON "SearchedMilestone" ("commitmentId");
CREATE INDEX "SearchedResult_words" ON "SearchedResult" USING gin ("words");
CREATE INDEX "SearchedResult_facets" ON "SearchedResult" USING gin ("facets");
CREATE INDEX "SearchedResult_commitmentId" ON "SearchedResult" ("commitmentId");
CREATE INDEX "SearchedComment_at" ON "SearchedComment" ("at");
CREATE INDEX "SearchWord_beginning" ON "SearchWord" ("word" text_pattern_ops);
CREATE INDEX "EvidenceText_words" ON "EvidenceText" USING gin ("words");

-- The words of a thing: `head` orders (title A, summary B) and suggests (the title as it is written, C); `words` finds.
CREATE FUNCTION search_vectors(a_title jsonb, a_summary jsonb, a_body text, OUT head tsvector, OUT words tsvector) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  head := setweight(to_tsvector('simple', search_keys(left(search_text(a_title), 20000))), 'A') || setweight(to_tsvector('simple', search_keys(left(search_text(a_summary), 20000))), 'B');
  words := strip(head || to_tsvector('simple', search_keys(left(COALESCE(a_body, ''), 300000))));
  head := head || setweight(to_tsvector('simple', search_fold(left(search_text(a_title), 20000))), 'C');
END $$;

CREATE FUNCTION search_plan_facets(a_plan "Plan") RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['plan:' || a_plan."slug", 'level:' || a_plan."level"] || CASE WHEN a_plan."municipalitySlug" IS NULL THEN '{}' ELSE ARRAY['municipality:' || a_plan."municipalitySlug"] END $$;

-- The years of a term, thirty at most.
CREATE FUNCTION search_years(a_start text, an_end text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT 'year:' || year FROM generate_series(left(a_start, 4)::int, least(left(COALESCE(an_end, a_start), 4)::int, left(a_start, 4)::int + 30)) year) $$;

CREATE FUNCTION search_distinct(text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ARRAY(SELECT DISTINCT one FROM unnest($1) one WHERE one IS NOT NULL ORDER BY one) $$;

DROP FUNCTION search_write;
CREATE FUNCTION search_write(a_kind text, a_subject uuid, a_plan uuid, a_path text, a_title jsonb, a_summary jsonb, an_at timestamp, a_body text, some_facets text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchDocument" ("kind", "subjectId", "planId", "path", "title", "summary", "at", "facets", "head", "words")
  SELECT a_kind, a_subject, a_plan, a_path, a_title, a_summary, an_at, some_facets, head, words FROM search_vectors(a_title, a_summary, a_body);
$$;

-- A commitment is found by its milestones, results and the names around it, and stands where they stand; each of them is found by itself as well.
-- What was taken out is not found.
CREATE OR REPLACE FUNCTION search_put_commitment(an_id uuid) RETURNS void LANGUAGE sql AS $$
  WITH about AS MATERIALIZED (
    SELECT c.*, p."id" AS plan, p."title" AS plan_title, p."locality", '/plans/' || p."slug" || '/commitments/' || c."slug" AS path, COALESCE(c."startsOn", p."startsOn") AS starts, COALESCE(c."endsOn", p."endsOn") AS ends,
      search_plan_facets(p) || ARRAY(SELECT 'area:' || "B" FROM "_CommitmentToThematicArea" WHERE "A" = c."id") || ARRAY(SELECT 'sdg:' || "B" FROM "_CommitmentToSdg" WHERE "A" = c."id") AS common
    FROM "Commitment" c JOIN "Plan" p ON p."id" = c."planId" WHERE c."id" = an_id AND c."removedAt" IS NULL AND p."status" <> 'draft'
  ), line AS (
    SELECT NULL::uuid AS milestone, "leadOrganisationId" AS lead, "endsOn" AS due FROM about
    UNION ALL SELECT m."id", m."leadOrganisationId", COALESCE(m."endsOn", about."endsOn") FROM "Milestone" m JOIN about ON about."id" = m."commitmentId" WHERE m."removedAt" IS NULL
  ), standing AS MATERIALIZED (
    SELECT line.*, COALESCE(said."progress", 'not_reported') AS progress, judged."code" AS grade
    FROM line
    LEFT JOIN LATERAL (
      SELECT u."progress" FROM "ProgressUpdate" u JOIN "ReportingPeriod" p ON p."id" = u."periodId"
      WHERE u."commitmentId" = an_id AND u."milestoneId" IS NOT DISTINCT FROM line.milestone AND u."status" = 'accepted' ORDER BY p."endsOn" DESC, u."acceptedAt" DESC LIMIT 1
    ) said ON true
    LEFT JOIN LATERAL (
      SELECT g."code" FROM "Assessment" a JOIN "ReportingPeriod" p ON p."id" = a."periodId" JOIN "FulfilmentGrade" g ON g."id" = a."gradeId"
      WHERE a."commitmentId" = an_id AND a."milestoneId" IS NOT DISTINCT FROM line.milestone AND a."status" = 'published' AND a."voice" = 'secretariat' ORDER BY p."endsOn" DESC, a."publishedAt" DESC LIMIT 1
    ) judged ON true
  ), carrier AS MATERIALIZED (
    SELECT carried.milestone, o.* FROM (
      SELECT milestone, lead AS body FROM line UNION SELECT "milestoneId", "organisationId" FROM "Partnership" WHERE "commitmentId" = an_id OR "milestoneId" IN (SELECT milestone FROM line)
    ) carried JOIN "Organisation" o ON o."id" = carried.body
  ), facet AS MATERIALIZED (
    SELECT milestone, 'status:' || progress AS said FROM standing UNION ALL SELECT milestone, 'fulfilment:' || grade FROM standing
    UNION ALL SELECT milestone, 'agency:' || "slug" FROM carrier UNION ALL SELECT milestone, 'municipality:' || "municipalitySlug" FROM carrier
  ), accepted AS (
    SELECT * FROM "ProgressUpdate" WHERE "commitmentId" = an_id AND "status" = 'accepted'
  ), found AS (
    SELECT 'commitment' AS kind, "id" AS subject, path, "title", COALESCE("plainSummary", "description", "expectedOutcome") AS summary, (SELECT max("acceptedAt") FROM accepted) AS at,
      concat_ws(' ', "number", search_text("description"), search_text("expectedOutcome"), search_text(plan_title), search_text("locality"),
        (SELECT string_agg(search_text("name"), ' ') FROM (SELECT DISTINCT "id", "name" FROM carrier) one),
        (SELECT string_agg(concat_ws(' ', "number", search_text("title"), search_text("description")), ' ') FROM "Milestone" WHERE "commitmentId" = an_id AND "removedAt" IS NULL),
        (SELECT string_agg(concat_ws(' ', search_text("result"), search_text("reasons")), ' ') FROM accepted),
        (SELECT string_agg(search_text("narrative"), ' ') FROM "Assessment" WHERE "commitmentId" = an_id AND "status" = 'published')) AS body,
      common || ARRAY(SELECT said FROM facet) || search_years(starts, ends) AS facets,
      (SELECT min(search_last_day(due)) FROM standing WHERE progress NOT IN ('completed', 'withdrawn')) AS due
    FROM about
    UNION ALL
    SELECT 'milestone', m."id", path || '#' || m."number", m."title", m."description", NULL, m."number",
      common || ARRAY(SELECT said FROM facet WHERE milestone = m."id") || search_years(COALESCE(m."startsOn", starts), COALESCE(m."endsOn", ends)),
      CASE WHEN standing.progress NOT IN ('completed', 'withdrawn') THEN search_last_day(standing.due) END
    FROM about JOIN "Milestone" m ON m."commitmentId" = about."id" JOIN standing ON standing.milestone = m."id"
    UNION ALL
    SELECT 'result', u."id", path || COALESCE('#' || m."number", ''), COALESCE(m."title", about."title"), COALESCE(u."result", u."reasons"), u."acceptedAt", concat_ws(' ', m."number", search_text(u."reasons")),
      common || ARRAY['agency:' || o."slug", 'municipality:' || o."municipalitySlug", 'status:' || u."progress"] || search_years(p."startsOn", p."endsOn"), NULL
    FROM about CROSS JOIN accepted u JOIN "ReportingPeriod" p ON p."id" = u."periodId" JOIN "Organisation" o ON o."id" = u."organisationId" LEFT JOIN "Milestone" m ON m."id" = u."milestoneId"
    WHERE COALESCE(u."result", u."reasons") IS NOT NULL AND m."removedAt" IS NULL
  )
  INSERT INTO "SearchDocument" ("kind", "subjectId", "planId", "commitmentId", "path", "title", "summary", "at", "facets", "dueOn", "head", "words")
  SELECT kind, subject, about.plan, about."id", found.path, found."title", found.summary, found.at, search_distinct(found.facets), found.due, head, words
  FROM found CROSS JOIN about CROSS JOIN LATERAL search_vectors(found."title", found.summary, found.body);
$$;

-- Keys alone, without places, of a text of any length.
CREATE FUNCTION search_words(a_text text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT strip(to_tsvector('simple', search_keys(left(COALESCE(a_text, ''), 300000)))) $$;

CREATE OR REPLACE FUNCTION search_put(a_kind text, an_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CASE a_kind
    WHEN 'commitment' THEN PERFORM search_put_commitment(an_id);
    WHEN 'plan' THEN
      PERFORM search_write('plan', p."id", p."id", '/plans/' || p."slug", p."title", p."introduction", NULL, search_text(p."locality"), search_plan_facets(p)) FROM "Plan" p WHERE p."id" = an_id AND p."status" <> 'draft';
    WHEN 'organisation' THEN
      PERFORM search_write('organisation', "id", NULL, '/organisations/' || "slug", "name", NULL, NULL, NULL, search_distinct(ARRAY['municipality:' || "municipalitySlug"])) FROM "Organisation" WHERE "id" = an_id;
    WHEN 'report' THEN
      PERFORM search_write('report', r."id", p."id", '/reports/' || r."slug", v."title", search_phrases(v."snapshot"), v."publishedAt", NULL, search_plan_facets(p))
      FROM "Report" r JOIN "Plan" p ON p."id" = r."planId" JOIN LATERAL (SELECT * FROM "ReportVersion" WHERE "reportId" = r."id" ORDER BY "number" DESC LIMIT 1) v ON true
      WHERE r."id" = an_id AND p."status" <> 'draft';
    -- A comment is public while what it is about is, which is asked when it is looked for.
    WHEN 'comment' THEN
      INSERT INTO "SearchDocument" ("kind", "subjectId", "planId", "commitmentId", "path", "at", "facets", "head", "words")
      SELECT 'comment', m."id", COALESCE(c."planId", r."planId"), c."id", '#comment-' || m."id", COALESCE(m."publishedAt", m."createdAt"), '{}', '',
        search_words(concat_ws(' ', m."body", (SELECT search_text("text") FROM "Response" WHERE "commentId" = m."id" AND "status" = 'published')))
      FROM "Comment" m LEFT JOIN "Commitment" c ON c."id" = m."commitmentId" LEFT JOIN "Report" r ON r."id" = m."reportId" WHERE m."id" = an_id AND m."status" = 'published';
    WHEN 'event' THEN
      PERFORM search_write('event', e."id", p."id", '/process/' || e."slug", e."title", e."summary", e."publishedAt",
        concat_ws(' ', search_text(e."agenda"), search_text(e."minutes"), search_text(e."place"), search_text(e."cancelReason"), (SELECT string_agg(search_text("text"), ' ') FROM "EventDecision" WHERE "eventId" = e."id")),
        CASE WHEN p."id" IS NULL THEN '{}' ELSE search_plan_facets(p) END)
      FROM "ProcessEvent" e LEFT JOIN "Plan" p ON p."id" = e."planId" AND p."status" <> 'draft' WHERE e."id" = an_id AND e."status" <> 'draft';
    WHEN 'recommendation' THEN
      PERFORM search_write('recommendation', r."id", p."id", '/process/' || e."slug" || '#recommendation-' || r."number", r."text", r."response", r."publishedAt", search_text(r."fulfilment"),
        CASE WHEN p."id" IS NULL THEN '{}' ELSE search_plan_facets(p) END)
      FROM "Recommendation" r JOIN "ProcessEvent" e ON e."id" = r."eventId" LEFT JOIN "Plan" p ON p."id" = e."planId" AND p."status" <> 'draft'
      WHERE r."id" = an_id AND r."publishedAt" IS NOT NULL AND e."status" = 'published';
  END CASE;
END $$;

-- What a thing and all that goes with it leave behind.
CREATE FUNCTION search_take(a_kind text, an_id uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchDocument" WHERE "kind" = a_kind AND "subjectId" = an_id;
  DELETE FROM "SearchDocument" WHERE a_kind = 'commitment' AND "kind" IN ('milestone', 'result') AND "commitmentId" = an_id;
$$;

CREATE OR REPLACE FUNCTION search_learn(of_transaction bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchWord" ("word")
  SELECT DISTINCT lexeme FROM "SearchDocument" d, unnest(tsvector_to_array(d."words")) lexeme
  WHERE d."kind" NOT IN ('comment', 'milestone', 'result') AND (of_transaction IS NULL OR (d."kind", d."subjectId") IN (SELECT "kind", "subjectId" FROM "SearchTurn" WHERE "transaction" = of_transaction))
    AND lexeme ~ '^[a-zа-яё]{3,40}$' AND NOT EXISTS (SELECT FROM "SearchWord" known WHERE known."word" = lexeme)
  ORDER BY lexeme ON CONFLICT DO NOTHING;
$$;

CREATE OR REPLACE FUNCTION search_now() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  own bigint := pg_current_xact_id()::text::bigint;
  turn record;
BEGIN
  IF NOT EXISTS (SELECT FROM "SearchTurn" WHERE "transaction" = own) THEN
    RETURN NULL;
  END IF;
  FOR turn IN SELECT "kind", "subjectId" FROM "SearchTurn" WHERE "transaction" = own ORDER BY "kind", "subjectId" LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('search ' || turn."kind" || turn."subjectId", 0));
    PERFORM search_take(turn."kind", turn."subjectId");
    PERFORM search_put(turn."kind", turn."subjectId");
  END LOOP;
  PERFORM search_learn(own);
  DELETE FROM "SearchTurn" WHERE "transaction" = own;
  RETURN NULL;
END $$;

-- Which things a write touches is said once, here; the triggers below say which writes touch any. Arguments: a kind and the column that names which one.
CREATE OR REPLACE FUNCTION search_later() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM search_turn(TG_ARGV[0], (to_jsonb(OLD)->>TG_ARGV[1])::uuid);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM search_turn(TG_ARGV[0], (to_jsonb(NEW)->>TG_ARGV[1])::uuid);
  END IF;
  RETURN NULL;
END $$;

-- What is said of a plan, a body or an event is said of all that belongs to it.
CREATE FUNCTION search_later_around() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Plan' THEN
      PERFORM search_turn('commitment', "id") FROM "Commitment" WHERE "planId" = NEW."id";
      PERFORM search_turn('report', "id") FROM "Report" WHERE "planId" = NEW."id";
      PERFORM search_turn('event', "id") FROM "ProcessEvent" WHERE "planId" = NEW."id";
      PERFORM search_turn('recommendation', r."id") FROM "Recommendation" r JOIN "ProcessEvent" e ON e."id" = r."eventId" WHERE e."planId" = NEW."id";
    WHEN 'Organisation' THEN
      PERFORM search_turn('commitment', "id") FROM "Commitment" WHERE "leadOrganisationId" = NEW."id";
      PERFORM search_turn('commitment', "commitmentId") FROM "Milestone" WHERE "leadOrganisationId" = NEW."id";
      PERFORM search_turn('commitment', COALESCE(s."commitmentId", m."commitmentId")) FROM "Partnership" s LEFT JOIN "Milestone" m ON m."id" = s."milestoneId" WHERE s."organisationId" = NEW."id";
      PERFORM search_turn('commitment', "commitmentId") FROM "ProgressUpdate" WHERE "organisationId" = NEW."id" AND "status" = 'accepted';
    WHEN 'ProcessEvent' THEN
      PERFORM search_turn('recommendation', "id") FROM "Recommendation" WHERE "eventId" = NEW."id";
    WHEN 'Partnership' THEN
      PERFORM search_turn('commitment', "commitmentId") FROM "Milestone" WHERE "id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."milestoneId" ELSE NEW."milestoneId" END;
    WHEN 'ReportingPeriod' THEN
      PERFORM search_turn('commitment', "commitmentId") FROM "ProgressUpdate" WHERE "periodId" = NEW."id" AND "status" = 'accepted';
  END CASE;
  RETURN NULL;
END $$;

DROP TRIGGER "Plan_search" ON "Plan";
DROP TRIGGER "Commitment_search" ON "Commitment";
DROP TRIGGER "Milestone_search" ON "Milestone";
DROP TRIGGER "Partnership_search" ON "Partnership";
DROP TRIGGER "ProgressUpdate_search" ON "ProgressUpdate";
DROP TRIGGER "Assessment_search" ON "Assessment";
DROP TRIGGER "Organisation_search" ON "Organisation";
DROP TRIGGER "Report_search" ON "Report";
DROP TRIGGER "Comment_search" ON "Comment";
DROP TRIGGER "Response_search" ON "Response";
DROP TRIGGER "ProcessEvent_search" ON "ProcessEvent";
DROP TRIGGER "Recommendation_search" ON "Recommendation";
DROP FUNCTION search_later_plan, search_later_commitment, search_later_organisation, search_later_event, search_later_partnership;

-- On every trigger of an update stands what of it can be found: whatever else is written touches nothing, and neither does what nobody may read yet.
CREATE TRIGGER "Plan_search" AFTER INSERT OR DELETE ON "Plan" FOR EACH ROW EXECUTE FUNCTION search_later('plan', 'id');
CREATE TRIGGER "Plan_search_change" AFTER UPDATE ON "Plan" FOR EACH ROW WHEN (
  (OLD."title", OLD."introduction", OLD."slug", OLD."level", OLD."locality", OLD."municipalitySlug", OLD."status" = 'draft') IS DISTINCT FROM (NEW."title", NEW."introduction", NEW."slug", NEW."level", NEW."locality", NEW."municipalitySlug", NEW."status" = 'draft')
) EXECUTE FUNCTION search_later('plan', 'id');
CREATE TRIGGER "Plan_search_around" AFTER UPDATE ON "Plan" FOR EACH ROW WHEN (
  (OLD."title", OLD."slug", OLD."level", OLD."locality", OLD."municipalitySlug", OLD."startsOn", OLD."endsOn", OLD."status" = 'draft') IS DISTINCT FROM (NEW."title", NEW."slug", NEW."level", NEW."locality", NEW."municipalitySlug", NEW."startsOn", NEW."endsOn", NEW."status" = 'draft')
) EXECUTE FUNCTION search_later_around();
CREATE TRIGGER "Commitment_search" AFTER INSERT OR DELETE ON "Commitment" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'id');
CREATE TRIGGER "Commitment_search_change" AFTER UPDATE ON "Commitment" FOR EACH ROW WHEN (
  (OLD."planId", OLD."number", OLD."slug", OLD."title", OLD."plainSummary", OLD."description", OLD."expectedOutcome", OLD."leadOrganisationId", OLD."startsOn", OLD."endsOn", OLD."removedAt")
  IS DISTINCT FROM (NEW."planId", NEW."number", NEW."slug", NEW."title", NEW."plainSummary", NEW."description", NEW."expectedOutcome", NEW."leadOrganisationId", NEW."startsOn", NEW."endsOn", NEW."removedAt")
) EXECUTE FUNCTION search_later('commitment', 'id');
CREATE TRIGGER "Milestone_search" AFTER INSERT OR DELETE ON "Milestone" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Milestone_search_change" AFTER UPDATE ON "Milestone" FOR EACH ROW WHEN (
  (OLD."commitmentId", OLD."number", OLD."title", OLD."description", OLD."leadOrganisationId", OLD."startsOn", OLD."endsOn", OLD."removedAt")
  IS DISTINCT FROM (NEW."commitmentId", NEW."number", NEW."title", NEW."description", NEW."leadOrganisationId", NEW."startsOn", NEW."endsOn", NEW."removedAt")
) EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Partnership_search" AFTER INSERT OR UPDATE OR DELETE ON "Partnership" FOR EACH ROW EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Partnership_search_around" AFTER INSERT OR UPDATE OR DELETE ON "Partnership" FOR EACH ROW EXECUTE FUNCTION search_later_around();
CREATE TRIGGER "ReportingPeriod_search_around" AFTER UPDATE ON "ReportingPeriod" FOR EACH ROW WHEN ((OLD."startsOn", OLD."endsOn") IS DISTINCT FROM (NEW."startsOn", NEW."endsOn")) EXECUTE FUNCTION search_later_around();
CREATE TRIGGER "ProgressUpdate_search" AFTER INSERT ON "ProgressUpdate" FOR EACH ROW WHEN (NEW."status" = 'accepted') EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "ProgressUpdate_search_change" AFTER UPDATE ON "ProgressUpdate" FOR EACH ROW WHEN (OLD."status" = 'accepted' OR NEW."status" = 'accepted') EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "ProgressUpdate_search_end" AFTER DELETE ON "ProgressUpdate" FOR EACH ROW WHEN (OLD."status" = 'accepted') EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Assessment_search" AFTER INSERT ON "Assessment" FOR EACH ROW WHEN (NEW."status" = 'published') EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Assessment_search_change" AFTER UPDATE ON "Assessment" FOR EACH ROW WHEN (OLD."status" = 'published' OR NEW."status" = 'published') EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Assessment_search_end" AFTER DELETE ON "Assessment" FOR EACH ROW WHEN (OLD."status" = 'published') EXECUTE FUNCTION search_later('commitment', 'commitmentId');
CREATE TRIGGER "Organisation_search" AFTER INSERT OR DELETE ON "Organisation" FOR EACH ROW EXECUTE FUNCTION search_later('organisation', 'id');
CREATE TRIGGER "Organisation_search_change" AFTER UPDATE ON "Organisation" FOR EACH ROW WHEN ((OLD."name", OLD."slug", OLD."municipalitySlug") IS DISTINCT FROM (NEW."name", NEW."slug", NEW."municipalitySlug")) EXECUTE FUNCTION search_later('organisation', 'id');
CREATE TRIGGER "Organisation_search_around" AFTER UPDATE ON "Organisation" FOR EACH ROW WHEN ((OLD."name", OLD."slug", OLD."municipalitySlug") IS DISTINCT FROM (NEW."name", NEW."slug", NEW."municipalitySlug")) EXECUTE FUNCTION search_later_around();
CREATE TRIGGER "Report_search" AFTER UPDATE ON "Report" FOR EACH ROW WHEN ((OLD."slug", OLD."planId") IS DISTINCT FROM (NEW."slug", NEW."planId")) EXECUTE FUNCTION search_later('report', 'id');
CREATE TRIGGER "Report_search_end" AFTER DELETE ON "Report" FOR EACH ROW EXECUTE FUNCTION search_later('report', 'id');
CREATE TRIGGER "Comment_search" AFTER INSERT ON "Comment" FOR EACH ROW WHEN (NEW."status" = 'published') EXECUTE FUNCTION search_later('comment', 'id');
CREATE TRIGGER "Comment_search_change" AFTER UPDATE ON "Comment" FOR EACH ROW WHEN ((OLD."status" = 'published' OR NEW."status" = 'published') AND (OLD."status", OLD."body", OLD."publishedAt") IS DISTINCT FROM (NEW."status", NEW."body", NEW."publishedAt")) EXECUTE FUNCTION search_later('comment', 'id');
CREATE TRIGGER "Comment_search_end" AFTER DELETE ON "Comment" FOR EACH ROW WHEN (OLD."status" = 'published') EXECUTE FUNCTION search_later('comment', 'id');
CREATE TRIGGER "Response_search" AFTER INSERT ON "Response" FOR EACH ROW WHEN (NEW."status" = 'published') EXECUTE FUNCTION search_later('comment', 'commentId');
CREATE TRIGGER "Response_search_change" AFTER UPDATE ON "Response" FOR EACH ROW WHEN (OLD."status" = 'published' OR NEW."status" = 'published') EXECUTE FUNCTION search_later('comment', 'commentId');
CREATE TRIGGER "Response_search_end" AFTER DELETE ON "Response" FOR EACH ROW WHEN (OLD."status" = 'published') EXECUTE FUNCTION search_later('comment', 'commentId');
CREATE TRIGGER "ProcessEvent_search" AFTER INSERT ON "ProcessEvent" FOR EACH ROW WHEN (NEW."status" <> 'draft') EXECUTE FUNCTION search_later('event', 'id');
CREATE TRIGGER "ProcessEvent_search_change" AFTER UPDATE ON "ProcessEvent" FOR EACH ROW WHEN (OLD."status" <> 'draft' OR NEW."status" <> 'draft') EXECUTE FUNCTION search_later('event', 'id');
CREATE TRIGGER "ProcessEvent_search_around" AFTER UPDATE ON "ProcessEvent" FOR EACH ROW WHEN ((OLD."slug", OLD."planId", OLD."status") IS DISTINCT FROM (NEW."slug", NEW."planId", NEW."status")) EXECUTE FUNCTION search_later_around();
CREATE TRIGGER "ProcessEvent_search_end" AFTER DELETE ON "ProcessEvent" FOR EACH ROW WHEN (OLD."status" <> 'draft') EXECUTE FUNCTION search_later('event', 'id');
CREATE TRIGGER "Recommendation_search" AFTER INSERT ON "Recommendation" FOR EACH ROW WHEN (NEW."publishedAt" IS NOT NULL) EXECUTE FUNCTION search_later('recommendation', 'id');
CREATE TRIGGER "Recommendation_search_change" AFTER UPDATE ON "Recommendation" FOR EACH ROW WHEN (OLD."publishedAt" IS NOT NULL OR NEW."publishedAt" IS NOT NULL) EXECUTE FUNCTION search_later('recommendation', 'id');
CREATE TRIGGER "Recommendation_search_end" AFTER DELETE ON "Recommendation" FOR EACH ROW WHEN (OLD."publishedAt" IS NOT NULL) EXECUTE FUNCTION search_later('recommendation', 'id');

-- The words of a file are taken from its text once; whether it may be found is asked of what it belongs to, each time it is looked for.
CREATE FUNCTION search_read() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."words" := search_words(NEW."text");
  RETURN NEW;
END $$;
CREATE TRIGGER "EvidenceText_search" BEFORE INSERT OR UPDATE ON "EvidenceText" FOR EACH ROW EXECUTE FUNCTION search_read();

-- Files that anybody may open (lib/evidence/policy.ts; a test holds the two against each other) and that belong to something that is found.
CREATE VIEW "PublicEvidenceText" AS
  SELECT t."evidenceId", e."title", e."fileName", e."uploadedAt", t."text", t."words", d."planId", d."commitmentId", d."path" || COALESCE('#' || m."number", '') AS "path", d."kind" AS "aboutKind", d."title" AS "about",
    COALESCE(part."facets", d."facets") AS "facets", COALESCE(u."acceptedAt", a."publishedAt", v."publishedAt", r."publishedAt") AS "at"
  FROM "EvidenceText" t JOIN "Evidence" e ON e."id" = t."evidenceId"
    LEFT JOIN "ProgressUpdate" u ON u."id" = e."updateId" LEFT JOIN "Assessment" a ON a."id" = e."assessmentId" LEFT JOIN "ProcessEvent" v ON v."id" = e."eventId" LEFT JOIN "Recommendation" r ON r."id" = e."recommendationId"
    LEFT JOIN "Milestone" m ON m."id" = COALESCE(u."milestoneId", a."milestoneId") AND m."removedAt" IS NULL
    JOIN "SearchDocument" d ON d."kind" = CASE WHEN e."eventId" IS NOT NULL THEN 'event' WHEN e."recommendationId" IS NOT NULL THEN 'recommendation' ELSE 'commitment' END
      AND d."subjectId" = COALESCE(u."commitmentId", a."commitmentId", e."eventId", e."recommendationId")
    LEFT JOIN "SearchDocument" part ON part."kind" = 'milestone' AND part."subjectId" = m."id"
  WHERE t."status" = 'read' AND (e."frozenAt" IS NOT NULL OR (e."removedAt" IS NULL
    AND (u."id" IS NULL OR u."status" IN ('accepted', 'superseded')) AND (a."id" IS NULL OR a."status" IN ('published', 'superseded'))));

CREATE OR REPLACE FUNCTION search_rebuild() RETURNS bigint LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
  UPDATE "EvidenceText" SET "text" = "text";
  PERFORM search_learn(NULL);
  RETURN (SELECT count(*) FROM "SearchDocument");
END $$;
SELECT search_rebuild();
