-- AlterTable
ALTER TABLE "WorkingGroup" ADD COLUMN     "editedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "ProcessEvent" ADD COLUMN     "cancelledAt" TIMESTAMP(3),
ADD COLUMN     "editedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Recommendation" ADD COLUMN     "publishedAt" TIMESTAMP(3);

-- An answered recommendation keeps its question as it was asked, its number and term among it.
CREATE OR REPLACE FUNCTION keep_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - ARRAY['fulfilledOn', 'fulfilment', 'fulfilledBy', 'version'] <> to_jsonb(OLD) - ARRAY['fulfilledOn', 'fulfilment', 'fulfilledBy', 'version'] THEN
    RAISE EXCEPTION 'an answered recommendation cannot change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_answered_in_public" CHECK ("respondedAt" IS NULL OR "publishedAt" IS NOT NULL);
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_fulfilled_once_answered" CHECK ("fulfilledOn" IS NULL OR "respondedAt" IS NOT NULL);

-- Fulfilled stays fulfilled, with what shows it.
CREATE FUNCTION keep_fulfilled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a fulfilled recommendation cannot change' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Recommendation_keep_fulfilled" BEFORE UPDATE ON "Recommendation" FOR EACH ROW
  WHEN (OLD."fulfilledOn" IS NOT NULL AND (NEW."fulfilledOn", NEW."fulfilment", NEW."fulfilledBy") IS DISTINCT FROM (OLD."fulfilledOn", OLD."fulfilment", OLD."fulfilledBy"))
  EXECUTE FUNCTION keep_fulfilled();
CREATE FUNCTION is_fulfilled(recommendation_id uuid) RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (SELECT 1 FROM "Recommendation" WHERE "id" = recommendation_id AND "fulfilledOn" IS NOT NULL);
CREATE FUNCTION keep_proof_of_fulfilment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP <> 'INSERT' AND is_fulfilled(OLD."recommendationId")) OR (TG_OP <> 'DELETE' AND is_fulfilled(NEW."recommendationId")) THEN
    RAISE EXCEPTION 'evidence of what is public cannot change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Evidence_keep_fulfilment" BEFORE INSERT OR UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION keep_proof_of_fulfilment();
CREATE FUNCTION require_proof_of_fulfilment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Evidence" WHERE "recommendationId" = NEW."id" AND "removedAt" IS NULL) THEN
    RAISE EXCEPTION 'fulfilled needs proof' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Recommendation_fulfilled_needs_proof" AFTER INSERT OR UPDATE ON "Recommendation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."fulfilledOn" IS NOT NULL) EXECUTE FUNCTION require_proof_of_fulfilment();

-- What the public has been told of stays: at its address, and as cancelled when it was.
CREATE FUNCTION keep_public_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."status" = 'cancelled' OR NEW."status" = 'draft' OR (NEW."slug", NEW."secretariatId", NEW."publishedAt") IS DISTINCT FROM (OLD."slug", OLD."secretariatId", OLD."publishedAt") THEN
    RAISE EXCEPTION 'a public event cannot be taken back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ProcessEvent_keep_public" BEFORE UPDATE OR DELETE ON "ProcessEvent" FOR EACH ROW
  WHEN (OLD."status" <> 'draft') EXECUTE FUNCTION keep_public_event();
CREATE FUNCTION keep_public_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW."slug", NEW."secretariatId", NEW."publishedAt") IS DISTINCT FROM (OLD."slug", OLD."secretariatId", OLD."publishedAt") THEN
    RAISE EXCEPTION 'a public group cannot be taken back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "WorkingGroup_keep_public" BEFORE UPDATE OR DELETE ON "WorkingGroup" FOR EACH ROW
  WHEN (OLD."publishedAt" IS NOT NULL) EXECUTE FUNCTION keep_public_group();
