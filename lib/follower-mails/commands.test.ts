import { beforeEach, describe, expect, it } from "vitest";
import { confirmFollow, endFollow, endToken, followPlan } from "#lib/followers/commands.ts";
import { followersAtOnce } from "#lib/followers/rules.ts";
import { consentVersion, tellJob } from "#lib/followers/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { saveSection } from "#lib/report-sections/commands.ts";
import { correctReport, createReport, finaliseReport, publishReportForConsultation } from "#lib/reports/commands.ts";
import { richTextOf } from "#lib/rich-text/rules.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { tellNextFollowers } from "./commands.ts";

const asked = new Date("2020-05-01T08:00:00Z");
const opened = new Date("2020-06-01T08:00:00Z");
const ended = new Date("2020-06-16T08:00:00Z");
const { received } = testMailServer();
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let count = 0;

beforeEach(async () => {
  set = await createReportedPlan();
  await db().mail.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job`;
});

/** Follows the plan, confirmed; gives the token that ends it. */
async function follower(email: string, locale: "ka" | "en", at = asked): Promise<string> {
  await followPlan({ address: `teller-${++count}` }, { plan: set.plan.slug, email, locale, website: "" }, at);
  await deliverQueuedMail(at);
  await confirmFollow(/token=([\w-]{43})/.exec(received.at(-1)?.text ?? "")?.[1] ?? "", at);
  received.length = 0;
  return endToken(email, { kind: "plan", targetId: set.plan.id });
}

/** What the jobs in the queue carry; done, they are gone. */
async function doJobs(at: Date): Promise<number> {
  const jobs = await db().$queryRaw<{ id: string; data: { reportVersionId: string; after: string | null } }[]>`SELECT id, data FROM pgboss.job WHERE name = ${tellJob.name} AND state = 'created' ORDER BY created_on`;
  for (const { id, data } of jobs) {
    await tellNextFollowers(data, at);
    await db().$executeRaw`DELETE FROM pgboss.job WHERE id = ${id}::uuid`;
  }
  return jobs.length;
}

const rich = (text: string) => ({ ka: richTextOf(text) ?? undefined, en: richTextOf(text) ?? undefined });

async function consulted() {
  const report = await createReport(set.reviewer, { planId: set.plan.id, periodId: set.period.id, kind: "annual" }, opened);
  await saveSection(set.reviewer, { reportId: report.id, key: "introduction", version: null, heading: {}, body: rich("Introduction") }, opened);
  const { reportVersion } = await saveSection(set.reviewer, { reportId: report.id, key: "summary", version: null, heading: {}, body: rich("Summary") }, opened);
  return publishReportForConsultation(set.reviewer, { reportId: report.id, version: reportVersion }, opened);
}

describe("followers of a plan", () => {
  it("are told of the consultation, the final report and its correction, each in their language, with the way out", async () => {
    const [ka, en] = [await follower("nino@example.ge", "ka"), await follower("john@example.org", "en")];
    const draft = await consulted();
    await doJobs(opened);
    await deliverQueuedMail(opened);
    expect(received.map(({ to, subject }) => [to?.[0]?.address, subject]).sort()).toEqual([
      ["john@example.org", "Public consultation: Self-assessment report: 2019, annual"], ["nino@example.ge", expect.stringContaining("საჯარო განხილვა")],
    ]);
    const mail = received.find(({ to }) => to?.[0]?.address === "john@example.org");
    expect(mail?.text).toContain(`/en/reports/${draft.slug}`);
    expect(mail?.text).toMatch(/15\sJune\s2020/);
    expect(mail?.text).toContain("You get this mail because");
    expect(mail?.text).toContain(`/en/followers/end?token=${en}`);
    const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value;
    expect(header("list-unsubscribe")).toMatch(new RegExp(`^<https?://[^>]+/api/followers/one-click\\?token=${en}>$`));
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(JSON.stringify(mail)).not.toContain(ka);
    received.length = 0;
    const final = await finaliseReport(set.reviewer, { reportId: draft.id, version: draft.version }, ended);
    await correctReport(set.reviewer, { reportId: draft.id, version: final.version, reason: { ka: undefined, en: "A wrong date" } }, ended);
    expect(await doJobs(ended)).toBe(2);
    await deliverQueuedMail(ended);
    const english = received.filter(({ to }) => to?.[0]?.address === "john@example.org");
    expect(english.map(({ subject }) => subject?.split(":")[0]).sort()).toEqual(["Corrected report", "Final report"]);
    expect(english.find(({ subject }) => subject?.startsWith("Corrected"))?.text).toContain("A wrong date");
    expect(await db().mail.count({ where: { kind: "follow.report", body: { not: "" } } })).toBe(0);
    expect(await db().mail.count({ where: { unsubscribeUrl: { not: null } } })).toBe(0);
  });

  it("are told once, whatever is tried again, and not after they ended it", async () => {
    const token = await follower("gia@example.ge", "ka");
    await follower("late@example.ge", "ka", new Date(opened.getTime() + 60_000));
    await followPlan({ address: "never" }, { plan: set.plan.slug, email: "unconfirmed@example.ge", locale: "ka", website: "" }, asked);
    await deliverQueuedMail(asked);
    received.length = 0;
    const draft = await consulted();
    const { id: reportVersionId } = await db().reportVersion.findFirstOrThrow({ where: { reportId: draft.id } });
    for (let n = 0; n < 3; n++) await tellNextFollowers({ reportVersionId, after: null }, opened);
    await Promise.all([tellNextFollowers({ reportVersionId, after: null }, opened), deliverQueuedMail(opened)]);
    await deliverQueuedMail(opened);
    expect(received.map(({ to }) => to?.[0]?.address)).toEqual(["gia@example.ge"]);
    await finaliseReport(set.reviewer, { reportId: draft.id, version: draft.version }, ended);
    await doJobs(ended);
    await endFollow(token, ended);
    await deliverQueuedMail(ended);
    expect(received.map(({ to }) => to?.[0]?.address).filter((address) => address === "gia@example.ge")).toHaveLength(1);
  });

  it("are told in batches, so that none of thousands is left out", async () => {
    const total = followersAtOnce + 3;
    const people = Array.from({ length: total }, (_, n) => `many-${n}@example.ge`);
    await db().follower.createMany({ data: people.map((address) => ({ address, createdAt: asked })) });
    const rows = await db().follower.findMany({ where: { address: { in: people } } });
    const target = { kind: "plan", targetId: set.plan.id };
    await db().follow.createMany({
      data: rows.map(({ id, address }) => ({ followerId: id, ...target, locale: "en", createdAt: asked, confirmedAt: asked, consentVersion, endTokenHash: hashToken(endToken(address, target)) })),
    });
    await consulted();
    expect([await doJobs(opened), await doJobs(opened), await doJobs(opened)]).toEqual([1, 1, 0]);
    const mails = await db().mail.findMany({ where: { kind: "follow.report" }, select: { recipient: true } });
    expect([mails.length, new Set(mails.map(({ recipient }) => recipient)).size]).toEqual([total, total]);
  }, 60_000);

  it("can end it by the next mail after the installation's secret was renewed", async () => {
    await follower("renewed@example.ge", "en");
    await db().follow.updateMany({ where: { targetId: set.plan.id }, data: { endTokenHash: hashToken("made with another secret") } });
    await consulted();
    await doJobs(opened);
    await deliverQueuedMail(opened);
    await endFollow(/end\?token=([\w-]{43})/.exec(received.at(-1)?.text ?? "")?.[1] ?? "", opened);
    expect(await db().follow.count({ where: { targetId: set.plan.id } })).toBe(0);
  });
});
