import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmComment, submitComment } from "#lib/comments/commands.ts";
import { listPublishedComments } from "#lib/comments/queries.ts";
import { publishComment } from "#lib/comments/moderation/commands.ts";
import { getCommentForStaff } from "#lib/comments/moderation/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { saveSection } from "#lib/reports/sections/commands.ts";
import { createReport, finaliseReport, publishReportForConsultation } from "#lib/reports/commands.ts";
import { getPublishedReport } from "#lib/reports/queries.ts";
import { publishResponse } from "#lib/comments/responses/commands.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { typedComment } from "#prisma/comment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { findCommentedSection } from "./queries.ts";

const opened = new Date("2020-06-01T08:00:00Z");
const lastDay = new Date("2020-06-15T08:00:00Z");
const closed = new Date("2020-06-20T08:00:00Z");
const rich = (text: string) => ({ ka: richTextOf(text) ?? undefined });
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let report: { id: string; version: number; slug: string };

beforeEach(async () => {
  set = await createReportedPlan();
  const { id } = await createReport(set.reviewer, { planId: set.plan.id, periodId: set.period.id, kind: "annual" }, opened);
  await saveSection(set.reviewer, { reportId: id, key: "introduction", version: null, heading: {}, body: rich("შესავალი") }, opened);
  const { reportVersion } = await saveSection(set.reviewer, { reportId: id, key: "summary", version: null, heading: {}, body: rich("დასკვნა") }, opened);
  report = await publishReportForConsultation(set.reviewer, { reportId: id, version: reportVersion }, opened);
});

/** Somebody comments from an address of their own and confirms; gives the comment. */
async function commented(section: string, at = opened) {
  const email = `${randomUUID()}@example.ge`;
  await submitComment({ address: randomUUID() }, typedComment({ kind: "report", id: report.id }, { email, section }), at);
  const mail = await db().mail.findFirstOrThrow({ where: { recipient: email } });
  await confirmComment(/token=([\w-]{43})/.exec(mail.body)?.[1] ?? "", at);
  return db().comment.findFirstOrThrow({ where: { email } });
}

describe("a comment on a section", () => {
  it.each(["introduction", "process", "annexes"])("names %s, and the version in which it was read", async (key) => {
    expect(await commented(key)).toMatchObject({ sectionKey: key, status: "pending" });
    expect(await findCommentedSection(report.id, key)).toMatchObject({ kind: key, version: { number: 1 } });
  });

  it("can name a commitment, and is shown with it to everybody and to those who answer", async () => {
    const key = `commitment:${set.commitment.id}`;
    const comment = await commented(key);
    expect((await getCommentForStaff(set.reviewer, comment.id, opened))?.section).toMatchObject({ kind: "commitment", number: "5", slug: "idea", version: { number: 1 } });
    await publishComment(set.reviewer, { commentId: comment.id, version: comment.version }, opened);
    expect((await listPublishedComments({ kind: "report", id: report.id }, opened)).items).toMatchObject([{ sectionKey: key, reportVersion: 1 }]);
  });

  it("is about the report as a whole when it names none", async () => {
    expect(await commented("")).toMatchObject({ sectionKey: null });
  });

  it.each([`commitment:${randomUUID()}`, `text:${randomUUID()}`])("cannot name what the report does not have: %s", async (section) => {
    await expect(commented(section)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { section: "unknownChoice" } });
    expect(await db().comment.count({ where: { reportId: report.id } })).toBe(0);
  });

  it("cannot name what is no section at all", () => {
    expect(() => typedComment({ kind: "report", id: report.id }, { section: "<script>" })).toThrow("unknownChoice");
  });

  it("is refused after the last day, while what came in time is still answered and carried into the final version", async () => {
    const comment = await commented("introduction", lastDay);
    await expect(commented("introduction", closed)).rejects.toMatchObject({ code: "CONSULTATION_CLOSED" });
    const finalise = () => finaliseReport(set.reviewer, { reportId: report.id, version: report.version }, closed);
    await expect(finalise()).rejects.toMatchObject({ code: "COMMENTS_UNANSWERED" });
    await publishComment(set.reviewer, { commentId: comment.id, version: comment.version }, closed);
    await expect(finalise()).rejects.toMatchObject({ code: "COMMENTS_UNANSWERED" });
    await publishResponse(set.reviewer, { commentId: comment.id, version: null, disposition: "accepted", text: { ka: "გავითვალისწინეთ", en: undefined } }, closed);
    await finalise();
    const { snapshot } = (await getPublishedReport(report.slug)) ?? {};
    expect(snapshot?.comments?.published).toMatchObject([{ sectionKey: "introduction", reportVersion: 1, response: { disposition: "accepted" } }]);
  });
});
