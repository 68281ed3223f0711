import { endToken } from "#lib/followers/commands.ts";
import { followersAtOnce, onceKeyOf } from "#lib/followers/rules.ts";
import { tellJob } from "#lib/followers/schema.ts";
import { localize, type Locale, type Localized } from "#lib/localized/schema.ts";
import { queueMail } from "#lib/mail/commands.ts";
import { db, inTransaction, type Prisma } from "#lib/platform/db/client.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { hashToken } from "#lib/platform/tokens.ts";

/** Has the followers of a report's plan told of a version of it, in the transaction that publishes that version. */
export async function tellFollowers(reportVersionId: string): Promise<void> {
  await enqueue(tellJob, { reportVersionId, after: null });
}

const versionSelect = {
  id: true, number: true, stage: true, title: true, reason: true, publishedAt: true,
  report: { select: { slug: true, consultationEndsOn: true, planId: true, plan: { select: { title: true, status: true } } } },
} as const satisfies Prisma.ReportVersionSelect;
type VersionRow = Prisma.ReportVersionGetPayload<{ select: typeof versionSelect }>;

/**
 * Queues one mail for each of the next followers, and the job for those after them, in one transaction. Done again, it
 * queues nothing twice. Who confirmed after the version was published finds it on the site.
 */
export async function tellNextFollowers({ reportVersionId, after }: { reportVersionId: string; after: string | null }, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const version = await tx.reportVersion.findUnique({ where: { id: reportVersionId }, select: versionSelect });
    if (!version || version.report.plan.status === "draft") return;
    const follows = await tx.follow.findMany({
      where: { kind: "plan", targetId: version.report.planId, confirmedAt: { lte: version.publishedAt }, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" }, take: followersAtOnce,
      select: { id: true, kind: true, targetId: true, locale: true, endTokenHash: true, follower: { select: { address: true } } },
    });
    for (const follow of follows) await queueReportMail(version, follow, now);
    const last = follows.at(-1);
    if (last && follows.length === followersAtOnce) await enqueue(tellJob, { reportVersionId, after: last.id });
  }, 60_000);
}

interface FollowRow {
  id: string;
  kind: string;
  targetId: string;
  locale: string;
  endTokenHash: string;
  follower: { address: string };
}

async function queueReportMail(version: VersionRow, follow: FollowRow, now: Date): Promise<void> {
  const locale = follow.locale as Locale;
  const email = follow.follower.address;
  const token = endToken(email, follow);
  // The installation's secret was renewed since: the link of this mail has to work as well.
  if (hashToken(token) !== follow.endTokenHash) await db().follow.update({ where: { id: follow.id }, data: { endTokenHash: hashToken(token) } });
  const say = await translatorFor(locale);
  const text = (value: unknown) => localize(value as Localized | null, locale)?.text ?? "";
  const { slug, consultationEndsOn, plan } = version.report;
  const words = {
    report: text(version.title), plan: text(plan.title), reason: text(version.reason), number: version.number,
    ends: consultationEndsOn ? formatDate(consultationEndsOn, locale) : "",
    link: publicUrl(`/${locale}/reports/${slug}`), end: publicUrl(`/${locale}/followers/end?token=${token}`),
  };
  const stage = `followers.mail.${version.stage}`;
  await queueMail(
    {
      kind: "follow.report", locale, recipient: email, subject: say(`${stage}.subject`, words), body: `${say(`${stage}.body`, words)}\n${say("followers.mail.why", words)}`,
      unsubscribeUrl: publicUrl(`/api/followers/one-click?token=${token}`), onceKey: onceKeyOf(follow.id, version.id),
    },
    now,
  );
}
