-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- What an adopted plan says changes only by amendment, a closed one not at all, whoever writes: the transaction has to name a draft
-- amendment of that very plan, set_config('open_commitments.amendment', <its id>, true), which is made at its end.
CREATE FUNCTION require_amendment(of_plan uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  stands text;
  named text := current_setting('open_commitments.amendment', true);
BEGIN
  SELECT "status" INTO stands FROM "Plan" WHERE "id" = of_plan;
  IF stands IS NULL OR stands IN ('draft', 'in_consultation') THEN
    RETURN;
  END IF;
  IF stands = 'adopted' AND named <> '' AND EXISTS (SELECT FROM "Amendment" WHERE "id" = named::uuid AND "planId" = of_plan AND "status" = 'draft') THEN
    RETURN;
  END IF;
  RAISE EXCEPTION 'an adopted plan changes only by amendment' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION amended_only_in_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM require_amendment(OLD."planId");
  END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW."planId" <> OLD."planId") THEN
    PERFORM require_amendment(NEW."planId");
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "LegalAct_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "LegalAct" FOR EACH ROW EXECUTE FUNCTION amended_only_in_plan();
CREATE TRIGGER "PlanPart_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "PlanPart" FOR EACH ROW EXECUTE FUNCTION amended_only_in_plan();
CREATE TRIGGER "Commitment_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "Commitment" FOR EACH ROW EXECUTE FUNCTION amended_only_in_plan();

CREATE FUNCTION amended_only_in_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM require_amendment("planId") FROM "Commitment" WHERE "id" = OLD."commitmentId";
  END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW."commitmentId" <> OLD."commitmentId") THEN
    PERFORM require_amendment("planId") FROM "Commitment" WHERE "id" = NEW."commitmentId";
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Milestone_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "Milestone" FOR EACH ROW EXECUTE FUNCTION amended_only_in_commitment();

-- A line is of a commitment or of a milestone.
CREATE FUNCTION require_amendment_of_line(of_commitment uuid, of_milestone uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF of_commitment IS NULL THEN
    SELECT "commitmentId" INTO of_commitment FROM "Milestone" WHERE "id" = of_milestone;
  END IF;
  PERFORM require_amendment("planId") FROM "Commitment" WHERE "id" = of_commitment;
END $$;
CREATE FUNCTION amended_only_in_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM require_amendment_of_line(OLD."commitmentId", OLD."milestoneId");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM require_amendment_of_line(NEW."commitmentId", NEW."milestoneId");
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Partnership_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "Partnership" FOR EACH ROW EXECUTE FUNCTION amended_only_in_line();
CREATE TRIGGER "Indicator_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "Indicator" FOR EACH ROW EXECUTE FUNCTION amended_only_in_line();
CREATE TRIGGER "VerificationSource_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "VerificationSource" FOR EACH ROW EXECUTE FUNCTION amended_only_in_line();
CREATE TRIGGER "BudgetLine_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "BudgetLine" FOR EACH ROW EXECUTE FUNCTION amended_only_in_line();

CREATE FUNCTION amended_only_in_relation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM require_amendment_of_line(OLD."A", NULL);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM require_amendment_of_line(NEW."A", NULL);
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "CommitmentToThematicArea_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "_CommitmentToThematicArea" FOR EACH ROW EXECUTE FUNCTION amended_only_in_relation();
CREATE TRIGGER "CommitmentToSdg_amended_only" BEFORE INSERT OR UPDATE OR DELETE ON "_CommitmentToSdg" FOR EACH ROW EXECUTE FUNCTION amended_only_in_relation();

-- The plan's own columns, and its way: from adopted only on to closed, from there nowhere.
CREATE FUNCTION amended_only_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM require_amendment(OLD."id");
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "Plan_amended_only" BEFORE UPDATE ON "Plan" FOR EACH ROW WHEN (
  (NEW."id", NEW."slug", NEW."title", NEW."introduction", NEW."level", NEW."countryCode", NEW."locality", NEW."vocabulary", NEW."startsOn", NEW."endsOn", NEW."secretariatId", NEW."scaleCode", NEW."consultationDays", NEW."consultationOpensOn", NEW."consultationEndsOn", NEW."sourceNote")
  IS DISTINCT FROM
  (OLD."id", OLD."slug", OLD."title", OLD."introduction", OLD."level", OLD."countryCode", OLD."locality", OLD."vocabulary", OLD."startsOn", OLD."endsOn", OLD."secretariatId", OLD."scaleCode", OLD."consultationDays", OLD."consultationOpensOn", OLD."consultationEndsOn", OLD."sourceNote")
) EXECUTE FUNCTION amended_only_plan();
CREATE FUNCTION keep_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an adopted plan stays adopted until it is closed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Plan_stays_adopted" BEFORE UPDATE ON "Plan" FOR EACH ROW
  WHEN (NEW."status" <> OLD."status" AND (OLD."status" = 'closed' OR (OLD."status" = 'adopted' AND NEW."status" <> 'closed'))) EXECUTE FUNCTION keep_adopted();
CREATE TRIGGER "Plan_keep_adopted" BEFORE DELETE ON "Plan" FOR EACH ROW WHEN (OLD."status" IN ('adopted', 'closed')) EXECUTE FUNCTION keep_adopted();
