-- As before, with the tables named in which each thing is: planning it took longer than reading it.
CREATE OR REPLACE VIEW "PublicEvidenceText" AS
  SELECT t."evidenceId", e."title", e."fileName", e."uploadedAt", t."text", t."words", COALESCE(c."planId", o."planId") AS "planId", c."commitmentId", COALESCE(c."path" || COALESCE('#' || m."number", ''), o."path") AS "path", COALESCE(c."kind", o."kind") AS "aboutKind", COALESCE(c."title", o."title") AS "about",
    COALESCE(part."facets", c."facets", o."facets") AS "facets", COALESCE(u."acceptedAt", a."publishedAt", o."at") AS "at"
  FROM "EvidenceText" t JOIN "Evidence" e ON e."id" = t."evidenceId"
    LEFT JOIN "ProgressUpdate" u ON u."id" = e."updateId" LEFT JOIN "Assessment" a ON a."id" = e."assessmentId"
    LEFT JOIN "Milestone" m ON m."id" = COALESCE(u."milestoneId", a."milestoneId") AND m."removedAt" IS NULL
    LEFT JOIN "SearchedCommitment" c ON c."kind" = 'commitment' AND c."subjectId" = COALESCE(u."commitmentId", a."commitmentId")
    LEFT JOIN "SearchedMilestone" part ON part."kind" = 'milestone' AND part."subjectId" = m."id"
    LEFT JOIN "SearchedOther" o ON o."kind" = CASE WHEN e."eventId" IS NOT NULL THEN 'event' ELSE 'recommendation' END AND o."subjectId" = COALESCE(e."eventId", e."recommendationId")
  WHERE t."status" = 'read' AND (c."kind" IS NOT NULL OR o."kind" IS NOT NULL) AND (e."frozenAt" IS NOT NULL OR (e."removedAt" IS NULL
    AND (u."id" IS NULL OR u."status" IN ('accepted', 'superseded')) AND (a."id" IS NULL OR a."status" IN ('published', 'superseded'))));

-- An office is found when something that everybody may read names it; one that only a draft names is nobody's business yet.
CREATE FUNCTION search_is_named(an_office uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT FROM "Commitment" c JOIN "Plan" p ON p."id" = c."planId" WHERE c."leadOrganisationId" = an_office AND p."status" <> 'draft')
    OR EXISTS (SELECT FROM "Milestone" m JOIN "Commitment" c ON c."id" = m."commitmentId" JOIN "Plan" p ON p."id" = c."planId" WHERE m."leadOrganisationId" = an_office AND p."status" <> 'draft')
    OR EXISTS (SELECT FROM "Plan" WHERE "secretariatId" = an_office AND "status" <> 'draft')
    OR EXISTS (SELECT FROM "Partnership" s LEFT JOIN "Milestone" m ON m."id" = s."milestoneId" JOIN "Commitment" c ON c."id" = COALESCE(s."commitmentId", m."commitmentId") JOIN "Plan" p ON p."id" = c."planId" WHERE s."organisationId" = an_office AND p."status" <> 'draft')
    OR EXISTS (SELECT FROM "Assessment" a JOIN "Commitment" c ON c."id" = a."commitmentId" JOIN "Plan" p ON p."id" = c."planId" WHERE a."organisationId" = an_office AND a."status" IN ('published', 'superseded') AND p."status" <> 'draft')
    OR EXISTS (SELECT FROM "ProcessEvent" WHERE "secretariatId" = an_office AND "status" <> 'draft')
    OR EXISTS (SELECT FROM "Recommendation" r JOIN "ProcessEvent" e ON e."id" = r."eventId" WHERE r."addresseeId" = an_office AND r."publishedAt" IS NOT NULL AND e."status" <> 'draft')
    OR EXISTS (SELECT FROM "WorkingGroup" WHERE "secretariatId" = an_office AND "publishedAt" IS NOT NULL)
    OR EXISTS (SELECT FROM "WorkingGroupMember" s JOIN "WorkingGroup" g ON g."id" = s."groupId" WHERE s."organisationId" = an_office AND g."publishedAt" IS NOT NULL)
    OR EXISTS (SELECT FROM "EventAttendance" t JOIN "ProcessEvent" e ON e."id" = t."eventId" WHERE t."organisationId" = an_office AND e."status" <> 'draft')
$$;
