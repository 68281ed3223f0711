-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "frozenAt" TIMESTAMP(3);

-- What the published versions name already stays as well.
UPDATE "Evidence" SET "frozenAt" = version."publishedAt"
FROM "ReportVersion" version, jsonb_path_query(version."snapshot"::jsonb, '$.events[*].evidence[*].id') AS named(id)
WHERE "Evidence"."id" = (named.id #>> '{}')::uuid AND "Evidence"."eventId" IS NOT NULL;

CREATE FUNCTION keep_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'removedAt' <> to_jsonb(OLD) - 'removedAt' THEN
    RAISE EXCEPTION 'a document that a published report names cannot change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Evidence_keep_frozen" BEFORE UPDATE OR DELETE ON "Evidence" FOR EACH ROW WHEN (OLD."frozenAt" IS NOT NULL) EXECUTE FUNCTION keep_frozen();
