import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { createComment, createCommentedPlan } from "#prisma/comment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { getMeasuredSecretariat, listMeasuredSecretariats } from "./queries.ts";

/** An instant in the evening of UTC, when it is the next day in Tbilisi. */
const evening = new Date("2026-03-31T21:00:00Z");

async function recordOf(slug: string) {
  const found = await getMeasuredSecretariat(slug);
  if (!found) throw new Error(slug);
  return found.record;
}

async function evidenceOf(organisationId: string, of: { updateId?: string; assessmentId?: string }) {
  await db().evidence.create({ data: { kind: "link", url: "https://example.ge/proof", organisationId, uploadedAt: evening, ...of } });
}

describe("what a Secretariat is measured by", () => {
  it("is measured for those that answer for a published plan", async () => {
    const { secretariat, agency, plan } = await createReportedPlan();
    const { secretariat: drafting } = await createReportedPlan("draft");
    const slugs = (await listMeasuredSecretariats()).map(({ slug }) => slug);
    expect(slugs).toContain(secretariat.slug);
    expect(slugs).not.toContain(agency.slug);
    expect(slugs).not.toContain(drafting.slug);
    expect(await getMeasuredSecretariat(drafting.slug)).toBeNull();
    expect(await getMeasuredSecretariat(secretariat.slug)).toMatchObject({ local: false, record: { plans: [{ slug: plan.slug }], running: [{ startsOn: "2018", endsOn: "2019" }, { startsOn: "2019-01-01", endsOn: "2019-12-31" }], events: [], publications: [], contributions: [] } });
  });

  it("takes accepted updates with evidence by the day in Tbilisi, one a commitment, and nothing that is not public", async () => {
    const { secretariat, agency, plan, period, commitment, milestone, foreign } = await createReportedPlan();
    const update = (data: { status: string; acceptedAt: Date | null; milestoneId: string | null }) =>
      db().progressUpdate.create({ data: { periodId: period.id, commitmentId: commitment.id, organisationId: agency.id, progress: "in_progress", result: { en: "Work" }, createdAt: evening, savedAt: evening, submittedAt: evening, ...data, status: "draft", acceptedAt: null } })
        .then(async ({ id }) => {
          await evidenceOf(agency.id, { updateId: id });
          return db().progressUpdate.update({ where: { id }, data: { status: data.status, acceptedAt: data.acceptedAt } });
        });
    await update({ status: "accepted", acceptedAt: evening, milestoneId: milestone.id });
    await update({ status: "accepted", acceptedAt: evening, milestoneId: foreign.id });
    await update({ status: "submitted", acceptedAt: null, milestoneId: null });
    expect((await recordOf(secretariat.slug)).publications).toEqual([{ on: "2026-04-01", kind: "update", number: "5", title: { ka: "შენი იდეა" }, path: `/plans/${plan.slug}/commitments/idea` }]);
  });

  it("takes the Secretariat's assessments, not an independent monitor's, and every version of a report", async () => {
    const { secretariat, other, plan, period, commitment } = await createReportedPlan();
    const grade = await db().fulfilmentGrade.create({ data: { scaleCode: "four", code: `g-${plan.slug}`, label: { en: "Mostly" }, rank: 0 } });
    for (const [voice, organisationId] of [["secretariat", secretariat.id], ["independent", other.id]] as const) {
      await db().assessment.create({ data: { periodId: period.id, commitmentId: commitment.id, voice, organisationId, gradeId: grade.id, narrative: { en: "Why" }, status: "published", createdAt: evening, savedAt: evening, publishedAt: evening, actorName: "test" } });
    }
    const title = { en: "Report" };
    const snapshot = JSON.stringify({ report: { title } });
    const report = await db().report.create({ data: { slug: `${plan.slug}-report`, planId: plan.id, periodId: period.id, kind: "annual", title, status: "in_consultation", consultationOpensOn: "2026-05-01", consultationEndsOn: "2026-05-15", createdAt: evening, savedAt: evening } });
    await db().reportVersion.create({ data: { reportId: report.id, number: 1, stage: "consultation", title, snapshot, sha256: createHash("sha256").update(snapshot).digest("hex"), publishedAt: new Date("2026-05-01T08:00:00Z"), actorName: "test" } });
    expect((await recordOf(secretariat.slug)).publications.map(({ on, kind, path }) => [on, kind, path])).toEqual([["2026-04-01", "assessment", `/plans/${plan.slug}/commitments/idea`], ["2026-05-01", "report", `/reports/${plan.slug}-report/versions/1`]]);
  });

  it("takes comments that were published or wait, with the page on which each stands", async () => {
    const { secretariat, agency, commitment, report, plan } = await createCommentedPlan();
    const at = (minute: number) => new Date(evening.getTime() + minute * 60_000);
    for (let minute = 0; minute < 19; minute += 1) await createComment(commitment, { status: "hidden", confirmedAt: at(minute), publishedAt: at(minute), moderatedAt: at(minute), moderationCode: "abusive" });
    const answered = await createComment(commitment, { status: "published", confirmedAt: at(20), publishedAt: at(20) });
    await db().response.create({ data: { commentId: answered.id, status: "published", disposition: "accepted", text: { en: "Yes" }, organisationId: agency.id, actorName: "test", savedAt: at(30), publishedAt: new Date("2026-04-09T08:00:00Z") } });
    const drafted = await createComment(commitment, { status: "published", confirmedAt: at(21), publishedAt: at(21) });
    await db().response.create({ data: { commentId: drafted.id, status: "draft", organisationId: agency.id, actorName: "test", savedAt: at(30) } });
    await createComment(report, { status: "pending", confirmedAt: at(22) });
    await createComment(report, { status: "unconfirmed" });
    await createComment(report, { status: "rejected", confirmedAt: at(23), moderatedAt: at(24), moderationCode: "off_topic" });
    const path = `/plans/${plan.slug}/commitments/idea`;
    const { contributions } = await recordOf(secretariat.slug);
    expect(contributions).toEqual([
      { kind: "comment", receivedOn: "2026-04-01", days: 14, answeredOn: "2026-04-09", path: `${path}#comment-${answered.id}`, about: { ka: "შენი იდეა", en: "Your idea" } },
      { kind: "comment", receivedOn: "2026-04-01", days: 14, answeredOn: null, path: `${path}?comments=2#comment-${drafted.id}`, about: { ka: "შენი იდეა", en: "Your idea" } },
      { kind: "comment", receivedOn: "2026-04-01", days: 14, answeredOn: null, path: null, about: null },
    ]);
  });

  it("takes public events with who came, and what their meetings asked for", async () => {
    const { secretariat, agency, plan } = await createReportedPlan();
    const forum = await db().workingGroup.create({ data: { slug: `${plan.slug}-forum`, secretariatId: secretariat.id, kind: "forum", name: { en: "Forum" }, publishedAt: evening, savedAt: evening } });
    const event = (slug: string, status: string, more: object = {}) => db().processEvent.create({ data: { slug: `${plan.slug}-${slug}`, secretariatId: secretariat.id, kind: "working_group_meeting", title: { en: slug }, startsOn: "2026-03-01", status, publishedAt: status === "draft" ? null : evening, savedAt: evening, actorName: "test", ...more } });
    const met = await event("met", "published", { groupId: forum.id, presentsResults: true, attendance: { create: [{ sector: "civil_society", name: { en: "A" } }, { sector: "civil_society", name: { en: "B" } }] } });
    await event("draft", "draft");
    await event("off", "cancelled", { cancelReason: { en: "Illness" } });
    await db().recommendation.create({ data: { eventId: met.id, number: 1, text: { en: "Do it" }, addresseeId: agency.id, publishedAt: evening } });
    const { events, contributions } = await recordOf(secretariat.slug);
    expect(events.map(({ slug, cancelled, ofForum, presentsResults, sectors }) => ({ slug, cancelled, ofForum, presentsResults, sectors })).sort((a, b) => (a.slug < b.slug ? -1 : 1))).toEqual([
      { slug: `${plan.slug}-met`, cancelled: false, ofForum: true, presentsResults: true, sectors: ["civil_society"] },
      { slug: `${plan.slug}-off`, cancelled: true, ofForum: false, presentsResults: false, sectors: [] },
    ]);
    expect(contributions).toEqual([{ kind: "recommendation", receivedOn: "2026-04-01", days: 14, answeredOn: null, path: `/process/${plan.slug}-met#recommendation-1`, about: { en: "met" } }]);
  });
});
