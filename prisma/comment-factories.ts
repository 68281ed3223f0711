import { randomUUID } from "node:crypto";
import type { Actor, Role } from "#lib/record/actors/schema.ts";
import { commentSchema, type CommentSubject } from "#lib/comments/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";

let count = 0;

/** A secretariat, its adopted plan with one commitment, and a report in consultation from 1 to 14 June 2020; every call makes its own. */
export async function createCommentedPlan(status = "adopted") {
  const n = ++count;
  const label = { en: "Label" };
  await db().organisationKind.upsert({ where: { code: "public" }, create: { code: "public", label }, update: {} });
  await db().fulfilmentScale.upsert({ where: { code: "four" }, create: { code: "four", label }, update: {} });
  const organisation = (slug: string) => db().organisation.create({ data: { slug: `${slug}-c${n}`, name: { ka: "სამდივნო", en: "Secretariat" }, kindCode: "public" } });
  const [secretariat, agency] = [await organisation("secretariat"), await organisation("agency")];
  const draft = await db().plan.create({
    data: { slug: `commented-${n}`, title: { en: "Plan" }, level: "national", countryCode: "GE", startsOn: "2018", endsOn: "2019", status: "draft", secretariatId: secretariat.id, scaleCode: "four" },
  });
  const commitment = await db().commitment.create({
    data: { planId: draft.id, number: "5", slug: "idea", title: { ka: "შენი იდეა", en: "Your idea" }, leadOrganisationId: agency.id },
  });
  const plan = await db().plan.update({ where: { id: draft.id }, data: { status } });
  const period = await db().reportingPeriod.create({ data: { planId: plan.id, slug: "2019", label, kind: "annual", startsOn: "2019-01-01", endsOn: "2019-12-31" } });
  const report = await db().report.create({
    data: {
      slug: `report-${n}`, planId: plan.id, periodId: period.id, kind: "annual", title: { en: "Report" }, status: "in_consultation",
      consultationOpensOn: "2020-06-01", consultationEndsOn: "2020-06-14", createdAt: new Date("2020-05-30"), savedAt: new Date("2020-05-30"),
    },
  });
  const subjects = { commitment: { kind: "commitment", id: commitment.id }, report: { kind: "report", id: report.id } } satisfies Record<string, CommentSubject>;
  const actorAs = (role: Role, organisationId: string | null = secretariat.id): Actor => ({ accountId: null, name: `${role} ${n}`, memberships: [{ role, organisationId }], system: false });
  return { plan, secretariat, agency, ...subjects, actorAs };
}

/** What somebody types, parsed as the form's handler does. */
export function typedComment(subject: CommentSubject, changes: Record<string, string> = {}) {
  return commentSchema.parse({ subject, name: "ნინო", email: "nino@example.ge", body: "კარგი იდეაა.", locale: "ka", ...changes });
}

/** A comment of a person of its own, unconfirmed unless told otherwise. */
export function createComment(subject: CommentSubject, changes: Partial<Prisma.CommentUncheckedCreateInput>) {
  const token = randomUUID();
  const of = subject.kind === "commitment" ? { commitmentId: subject.id } : { reportId: subject.id };
  return db().comment.create({
    data: {
      ...of, authorName: "ნინო", email: `${token}@example.ge`, body: "კარგი იდეაა.", locale: "ka", confirmTokenHash: token,
      confirmExpiresAt: new Date("2020-06-06"), createdAt: new Date("2020-06-05"), ...changes,
    },
  });
}
