import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction, type Db } from "#lib/platform/db/client.ts";
import { asAmendment } from "./amendment-factories.ts";
import { createComment, createCommentedPlan } from "./comment-factories.ts";
import { createReportedPlan } from "./reporting-factories.ts";

const at = new Date("2019-09-10T10:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let another: Awaited<ReturnType<typeof createReportedPlan>>;
beforeAll(async () => {
  [set, another] = [await createReportedPlan(), await createReportedPlan()];
});

const link = () => ({ kind: "link", url: "https://example.ge/act", organisationId: set.agency.id, uploadedAt: at });

/** An update of a fresh plan, with one piece of evidence and what its indicator stands at. */
async function anUpdate(progress: string, status: string) {
  const own = await createReportedPlan();
  const subject = { periodId: own.period.id, commitmentId: own.commitment.id, milestoneId: own.milestone.id, organisationId: own.agency.id };
  const indicatorId = own.milestone.indicators[0]?.id ?? "";
  return db().progressUpdate.create({
    data: { ...subject, status, progress, createdAt: at, savedAt: at, evidence: { create: link() }, actuals: { create: { indicatorId, value: 3 } } },
    include: { evidence: true, actuals: true },
  });
}

async function anAcceptedUpdate() {
  const update = await anUpdate("in_progress", "submitted");
  await db().progressUpdate.update({ where: { id: update.id }, data: { status: "accepted", acceptedAt: at } });
  return update;
}

describe("whoever writes, the database keeps", () => {
  it.each(["submitted", "accepted"])("a completed update from being %s without proof", async (status) => {
    const { id, evidence: [piece] } = await anUpdate("completed", "draft");
    await db().evidence.update({ where: { id: piece?.id }, data: { removedAt: at } });
    await expect(db().progressUpdate.update({ where: { id }, data: { status } })).rejects.toThrow("completed needs proof");
    await db().evidence.update({ where: { id: piece?.id }, data: { removedAt: null } });
    await expect(db().progressUpdate.update({ where: { id }, data: { status } })).resolves.toMatchObject({ status });
  });

  it.each([{ progress: "completed" }, { noProgress: true }, { result: { en: "Better" } }, { savedAt: new Date(0) }, { milestoneId: null }, { status: "draft" }])("an accepted update from becoming %o", async (data) => {
    const { id } = await anAcceptedUpdate();
    await expect(db().progressUpdate.update({ where: { id }, data })).rejects.toThrow("can only be superseded");
  });

  it("what an accepted update said while it is superseded, and for ever after", async () => {
    const { id } = await anAcceptedUpdate();
    await expect(db().progressUpdate.update({ where: { id }, data: { status: "superseded", progress: "suspended" } })).rejects.toThrow("can only be superseded");
    await db().progressUpdate.update({ where: { id }, data: { status: "superseded", supersededAt: at, version: { increment: 1 } } });
    await expect(db().progressUpdate.update({ where: { id }, data: { version: { increment: 1 } } })).rejects.toThrow("can only be superseded");
  });

  it("the evidence and the numbers of an accepted update", async () => {
    const { id, evidence: [piece], actuals: [actual] } = await anAcceptedUpdate();
    const loose = await db().evidence.create({ data: link() });
    await expect(db().evidence.update({ where: { id: piece?.id }, data: { removedAt: at } })).rejects.toThrow("cannot change");
    await expect(db().evidence.delete({ where: { id: piece?.id } })).rejects.toThrow("cannot change");
    await expect(db().evidence.update({ where: { id: loose.id }, data: { updateId: id } })).rejects.toThrow("cannot change");
    await expect(db().indicatorActual.updateMany({ where: { updateId: id, indicatorId: actual?.indicatorId }, data: { value: 9 } })).rejects.toThrow("cannot change");
    await expect(db().indicatorActual.deleteMany({ where: { updateId: id } })).rejects.toThrow("cannot change");
  });

  it("milestones, parts and periods with the commitment or plan that they are of", async () => {
    const { commitment, milestone, period, plan, agency } = set;
    const own = { commitmentId: commitment.id, milestoneId: another.milestone.id, periodId: period.id, organisationId: agency.id, createdAt: at, savedAt: at };
    await expect(db().progressUpdate.create({ data: own })).rejects.toThrow("ProgressUpdate_same_commitment");
    await expect(db().assessment.create({ data: { ...own, voice: "secretariat", actorName: "x" } })).rejects.toThrow("Assessment_same_commitment");
    const amended = <T>(write: () => Promise<T>) => asAmendment(plan.id, write);
    await expect(amended(() => db().milestone.update({ where: { id: milestone.id }, data: { parentId: another.milestone.id } }))).rejects.toThrow("Milestone_same_commitment");
    const part = await asAmendment(another.plan.id, () => db().planPart.create({ data: { planId: another.plan.id, slug: "part", kind: "part", title: { en: "Part" } } }));
    await expect(amended(() => db().commitment.update({ where: { id: commitment.id }, data: { partId: part.id } }))).rejects.toThrow("Commitment_same_plan");
    await expect(amended(() => db().planPart.create({ data: { planId: plan.id, parentId: part.id, slug: "part", kind: "part", title: { en: "Part" } } }))).rejects.toThrow("PlanPart_same_plan");
    const report = { slug: "r", planId: plan.id, periodId: another.period.id, kind: "annual", title: { en: "Report" }, createdAt: at, savedAt: at };
    await expect(db().report.create({ data: report })).rejects.toThrow("Report_same_plan");
  });

  it("a period and a consultation from ending before they begin", async () => {
    await expect(db().reportingPeriod.update({ where: { id: set.period.id }, data: { endsOn: "2018-12-31" } })).rejects.toThrow("ReportingPeriod_days");
    await expect(db().reportingPeriod.update({ where: { id: set.period.id }, data: { dueOn: "2020-01" } })).rejects.toThrow("ReportingPeriod_days");
    const report = { slug: "r", planId: set.plan.id, periodId: set.period.id, kind: "annual", title: { en: "Report" }, createdAt: at, savedAt: at };
    await expect(db().report.create({ data: { ...report, consultationOpensOn: "2020-06-14", consultationEndsOn: "2020-06-01" } })).rejects.toThrow("Report_consultation");
  });

  describe("the voices apart and as they spoke:", () => {
    const judged = (voice: string, data: object = {}) => ({
      voice, periodId: set.period.id, commitmentId: set.commitment.id, milestoneId: set.milestone.id, organisationId: set.other.id, createdAt: at, savedAt: at, actorName: "x", ...data,
    });
    const isPublic = { status: "published", publishedAt: at };

    it("IRM's scales are an independent monitor's, each with its own grades", async () => {
      await expect(db().assessment.create({ data: judged("secretariat", { completionCode: "completion.limited" }) })).rejects.toThrow("Assessment_irm_is_independent");
      await expect(db().assessment.create({ data: judged("independent", { verifiableCode: "completion.limited" }) })).rejects.toThrow("Assessment_irm_axes");
      await expect(db().assessment.create({ data: judged("agency") })).rejects.toThrow("Assessment_voice");
    });

    it("what is published judges, by a grade or, from outside, by IRM's completion", async () => {
      await expect(db().assessment.create({ data: judged("independent", { ...isPublic, potentialCode: "potential.modest" }) })).rejects.toThrow("Assessment_says_grade");
      await expect(db().assessment.create({ data: judged("secretariat", isPublic) })).rejects.toThrow("Assessment_says_grade");
    });

    it("what a monitor published never changes, nor what proves it, nor what was answered; a draft is answered by nobody", async () => {
      const own = await createReportedPlan();
      const proof = { create: { kind: "link", url: "https://example.ge/visit", organisationId: own.other.id, uploadedAt: at } };
      const place = { periodId: own.period.id, commitmentId: own.commitment.id, milestoneId: own.milestone.id, organisationId: own.other.id };
      const { id, evidence: [piece] } = await db().assessment.create({ data: { ...judged("independent", { completionCode: "completion.limited" }), ...place, evidence: proof }, include: { evidence: true } });
      const answer = { assessmentId: id, organisationId: own.agency.id, text: { en: "No" }, publishedAt: at, actorName: "x" };
      await expect(db().assessmentAnswer.create({ data: answer })).rejects.toThrow();
      await db().assessment.update({ where: { id }, data: isPublic });
      for (const data of [{ completionCode: "completion.complete" }, { narrative: { en: "Other" } }, { organisationId: own.agency.id }, { status: "draft" }]) {
        await expect(db().assessment.update({ where: { id }, data })).rejects.toThrow("can only be superseded");
      }
      await expect(db().evidence.update({ where: { id: piece?.id }, data: { removedAt: at } })).rejects.toThrow("cannot change");
      const { id: answerId } = await db().assessmentAnswer.create({ data: answer });
      await expect(db().assessmentAnswer.create({ data: answer })).rejects.toThrow("Unique constraint");
      await expect(db().assessmentAnswer.update({ where: { id: answerId }, data: { text: { en: "Yes" } } })).rejects.toThrow();
      await expect(db().assessmentAnswer.delete({ where: { id: answerId } })).rejects.toThrow();
      await db().assessment.update({ where: { id }, data: { status: "superseded" } });
      expect(await db().assessmentAnswer.count({ where: { assessmentId: id } })).toBe(1);
    });
  });

  it("a resident's words, and a published response", async () => {
    const scene = await createCommentedPlan();
    const { id } = await createComment(scene.commitment, { status: "published" });
    await expect(db().comment.update({ where: { id }, data: { body: "სხვა" } })).rejects.toThrow("words of a comment");
    await expect(db().comment.update({ where: { id }, data: { authorName: null } })).rejects.toThrow("words of a comment");
    const said = { commentId: id, organisationId: scene.secretariat.id, actorName: "x", savedAt: at };
    const response = await db().response.create({ data: { ...said, status: "published", disposition: "answered", text: { en: "Yes" }, publishedAt: at } });
    await expect(db().response.update({ where: { id: response.id }, data: { text: { en: "No" } } })).rejects.toThrow("published response");
    await expect(db().response.delete({ where: { id: response.id } })).rejects.toThrow("published response");
    await expect(db().comment.update({ where: { id }, data: { status: "hidden", moderationCode: "abusive" } })).resolves.toMatchObject({ status: "hidden" });
  });

  describe("what an adopted plan says", () => {
    const adopted = async () => {
      const { plan, commitment, milestone } = await createReportedPlan();
      return { plan, commitment, milestone, indicator: milestone.indicators[0]?.id ?? "", source: milestone.sources[0]?.id ?? "" };
    };
    type Adopted = Awaited<ReturnType<typeof adopted>>;
    const writes: Record<string, (of: Adopted) => Promise<unknown>> = {
      "a plan's title": ({ plan }) => db().plan.update({ where: { id: plan.id }, data: { title: { en: "Other" } } }),
      "a plan's term": ({ plan }) => db().plan.update({ where: { id: plan.id }, data: { endsOn: "2030" } }),
      "a legal act": ({ plan }) => db().legalAct.create({ data: { planId: plan.id, kind: { en: "Decree" }, number: "1", date: "2019", issuingBody: { en: "Government" } } }),
      "a part": ({ plan }) => db().planPart.create({ data: { planId: plan.id, slug: "p", kind: "part", title: { en: "Part" } } }),
      "a commitment": ({ commitment }) => db().commitment.update({ where: { id: commitment.id }, data: { endsOn: "2030" } }),
      "a commitment that is taken out": ({ commitment }) => db().commitment.update({ where: { id: commitment.id }, data: { removedAt: at } }),
      "a milestone": ({ milestone }) => db().milestone.update({ where: { id: milestone.id }, data: { endsOn: "2030" } }),
      "a milestone more": ({ commitment, milestone }) => db().milestone.create({ data: { commitmentId: commitment.id, number: "9", title: { en: "New" }, leadOrganisationId: milestone.leadOrganisationId } }),
      "an indicator": ({ indicator }) => db().indicator.update({ where: { id: indicator }, data: { target: 1 } }),
      "an indicator less": ({ indicator }) => db().indicator.delete({ where: { id: indicator } }),
      "a source": ({ source }) => db().verificationSource.update({ where: { id: source }, data: { text: { en: "Other" } } }),
      "a budget line": ({ milestone }) => db().budgetLine.create({ data: { milestoneId: milestone.id, noAdditionalCost: true } }),
      "a partner": ({ commitment }) => db().partnership.create({ data: { commitmentId: commitment.id, organisationId: set.other.id } }),
      "a thematic area": ({ commitment }) => db().commitment.update({ where: { id: commitment.id }, data: { thematicAreas: { connect: { code: "held" } } } }),
      "a goal": ({ commitment }) => db().commitment.update({ where: { id: commitment.id }, data: { sdgs: { connect: { number: 16 } } } }),
    };
    beforeAll(async () => {
      await db().thematicArea.create({ data: { code: "held", label: { en: "Area" } } });
      await db().sdg.create({ data: { number: 16, label: { en: "Peace" } } });
    });

    it.each(Object.entries(writes))("%s, unless its own amendment changes it", async (_, write) => {
      const of = await adopted();
      await expect(write(of)).rejects.toThrow("changes only by amendment");
      await expect(asAmendment(another.plan.id, () => write(of))).rejects.toThrow("changes only by amendment");
      await expect(asAmendment(of.plan.id, () => write(of))).resolves.toBeDefined();
      await expect(db().planPart.create({ data: { planId: of.plan.id, slug: "late", kind: "part", title: { en: "Late" } } })).rejects.toThrow("changes only by amendment");
    });

    it("once it is closed, whatever amends it", async () => {
      const of = await adopted();
      await db().plan.update({ where: { id: of.plan.id }, data: { status: "closed" } });
      await expect(asAmendment(of.plan.id, () => db().milestone.update({ where: { id: of.milestone.id }, data: { endsOn: "2030" } }))).rejects.toThrow("changes only by amendment");
    });

    it("and that it was adopted", async () => {
      const { plan } = await adopted();
      await expect(db().plan.update({ where: { id: plan.id }, data: { status: "draft" } })).rejects.toThrow("stays adopted");
      await db().plan.update({ where: { id: plan.id }, data: { status: "closed" } });
      await expect(db().plan.update({ where: { id: plan.id }, data: { status: "adopted" } })).rejects.toThrow("stays adopted");
    });

    it("and an amendment that was made", async () => {
      const { plan } = await adopted();
      await asAmendment(plan.id, () => db().planPart.create({ data: { planId: plan.id, slug: "p", kind: "part", title: { en: "Part" } } }));
      await expect(db().amendment.updateMany({ where: { planId: plan.id }, data: { reason: { en: "Other" } } })).rejects.toThrow("cannot change");
    });

    /** Writes the plan's term in the name of an amendment, then does `more` in the same transaction. */
    const named = (amendmentId: string, more: (tx: Db) => Promise<unknown> = () => Promise.resolve()) =>
      inTransaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('open_commitments.amendment', ${amendmentId}, true)`;
        await tx.$executeRaw`UPDATE "Plan" SET "endsOn" = '2030' WHERE "id" = (SELECT "planId" FROM "Amendment" WHERE "id" = ${amendmentId}::uuid)`;
        await more(tx);
      });

    it("however an amendment is named that nobody makes, takes back or tells", async () => {
      const { plan } = await adopted();
      const begun = () => db().amendment.create({ data: { planId: plan.id, createdAt: at, savedAt: at, actorName: "x" } });
      const made = { status: "made", number: 7, madeAt: at, reason: { en: "Because" } };
      const refused = "stays only when it is made and told";
      const { id } = await begun();
      await expect(named(id)).rejects.toThrow(refused);
      await expect(named(id, (tx) => tx.amendment.delete({ where: { id } }))).rejects.toThrow(refused);
      await expect(named(id, (tx) => tx.amendment.update({ where: { id }, data: { written: false } }))).rejects.toThrow(refused);
      await expect(named(id, (tx) => tx.amendment.update({ where: { id }, data: made }))).rejects.toThrow(refused);
      await expect(db().amendment.update({ where: { id }, data: { written: true } })).rejects.toThrow(refused);
      await expect(db().plan.findUniqueOrThrow({ where: { id: plan.id } })).resolves.toMatchObject({ endsOn: plan.endsOn });
      const told = { planId: plan.id, amendmentId: id, at, actorName: "x", entity: "plan", entityId: plan.id, operation: "changed", field: "endsOn" };
      await named(id, async (tx) => {
        await tx.planChange.create({ data: told });
        await tx.amendment.update({ where: { id }, data: made });
      });
      await expect(db().plan.findUniqueOrThrow({ where: { id: plan.id } })).resolves.toMatchObject({ endsOn: "2030" });
    });

    it("whatever a session calls its own tables", async () => {
      const { plan, milestone } = await adopted();
      const write = inTransaction(async (tx) => {
        await tx.$executeRaw`CREATE TEMPORARY TABLE "Plan" ON COMMIT DROP AS SELECT "id", 'draft' AS "status" FROM public."Plan"`;
        await tx.$executeRaw`UPDATE "Milestone" SET "endsOn" = '2030' WHERE "id" = ${milestone.id}::uuid`;
      });
      await expect(write).rejects.toThrow("changes only by amendment");
      expect(plan.status).toBe("adopted");
    });
  });
});
