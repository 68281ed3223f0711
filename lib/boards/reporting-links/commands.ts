import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { localeSchema, localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { mayReport } from "#lib/reporting/periods/rules.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { formatDate, formatDateTime } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";
import { canManageLinks } from "./policy.ts";
import { findReportingLink } from "./queries.ts";
import { linkExpiry } from "./rules.ts";
import type { CreateReportingLinkInput, ReportingLinkIdInput } from "./schema.ts";

/**
 * Makes a link by which somebody without an account reports for one organisation in one period, and mails it. The token is in
 * that mail and nowhere else. Throws NOT_FOUND, PERIOD_NOT_OPEN, PLAN_NOT_ADOPTED, INVALID_INPUT for an organisation that has
 * nothing to report in the plan or one's own address, TOO_MANY_ATTEMPTS after a hundred mails an hour, or ten a day to one address.
 */
export async function createReportingLink(actor: Actor, input: CreateReportingLinkInput, now: Date): Promise<{ id: string; expiresAt: Date }> {
  const { period, organisation, extension } = await linkable(actor, input);
  if (period.plan.status !== "adopted") throw new DomainError("PLAN_NOT_ADOPTED");
  if (!mayReport(period, extension, now)) throw new DomainError("PERIOD_NOT_OPEN");
  // Who judges does not report as well.
  if (actor.accountId && (await db().account.count({ where: { id: actor.accountId, email: input.email } })) > 0) throw new DomainError("INVALID_INPUT", { email: "emailOwn" });
  await consume("reporting-link-mail", actor.accountId ?? actor.name, 100, 3_600);
  await consume("reporting-link-recipient", input.email, 10, 86_400);
  const token = newToken();
  const expiresAt = linkExpiry([period.dueOn, extension?.until], now);
  const { name, email, locale, periodId, organisationId } = input;
  return inTransaction(async (tx) => {
    const data = { periodId, organisationId, email, name, locale, tokenHash: hashToken(token), createdAt: now, createdById: actor.accountId, createdByName: actor.name, expiresAt };
    const { id } = await tx.reportingLink.create({ data, select: { id: true } });
    // Not the address it went to: the trail holds none.
    const after = { organisation: organisation.name as Record<string, string>, period: period.label as Record<string, string>, expiresAt: expiresAt.toISOString() };
    await recordAudit(actor, { action: "reporting_link.mailed", entity: "reporting_link", entityId: id, planId: period.planId, after }, now);
    await mailLink({ token, email, name, locale, expiresAt, by: actor.name }, { period, organisation }, now);
    return { id, expiresAt };
  });
}

async function linkable(actor: Actor, { periodId, organisationId }: { periodId: string; organisationId: string }) {
  const plan = { select: { title: true, status: true, secretariatId: true, secretariat: { select: { name: true } } } } as const;
  const period = await db().reportingPeriod.findUnique({ where: { id: periodId }, include: { plan } });
  if (!period || !canManageLinks(actor, period.plan)) throw new DomainError("NOT_FOUND");
  const lead = { leadOrganisationId: organisationId, removedAt: null };
  const subjects = await db().commitment.count({ where: { planId: period.planId, removedAt: null, OR: [lead, { milestones: { some: lead } }] } });
  if (subjects === 0) throw new DomainError("INVALID_INPUT", { organisationId: "unknownChoice" });
  const organisation = await db().organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } });
  const extension = await db().periodExtension.findUnique({ where: { periodId_organisationId: { periodId, organisationId } } });
  return { period, organisation, extension };
}

interface LinkMail {
  token: string;
  email: string;
  name: string | null;
  locale: Locale;
  expiresAt: Date;
  by: string;
}

async function mailLink({ token, email, name, locale, expiresAt, by }: LinkMail, { period, organisation }: Pick<Awaited<ReturnType<typeof linkable>>, "period" | "organisation">, now: Date): Promise<void> {
  const say = await translatorFor(locale);
  const said = (value: unknown) => localize(value as Localized, locale)?.text ?? "";
  const values = {
    greeting: name ? say("links.mail.greeting", { name }) : say("links.mail.greetingAll"), by, secretariat: said(period.plan.secretariat.name),
    organisation: said(organisation.name), period: said(period.label), plan: said(period.plan.title),
    due: period.dueOn ? say("links.mail.due", { date: formatDate(period.dueOn, locale) }) : say("links.mail.noDue"),
    until: formatDateTime(expiresAt, locale), link: publicUrl(`/${locale}/reporting?link=${token}`),
  };
  await queueMail({ kind: "reporting_link.mailed", locale, recipient: email, subject: say("links.mail.subject", values), body: say("links.mail.body", values) }, now);
}

async function ownLink(actor: Actor, linkId: string) {
  const link = await db().reportingLink.findUnique({ where: { id: linkId }, include: { period: { select: { planId: true, plan: { select: { secretariatId: true } } } } } });
  if (!link || !canManageLinks(actor, link.period.plan)) throw new DomainError("NOT_FOUND");
  return link;
}

/** Ends a link at once, for whoever has it open, too. Revoking twice changes nothing. */
export async function revokeReportingLink(actor: Actor, { linkId }: ReportingLinkIdInput, now: Date): Promise<{ id: string }> {
  const link = await ownLink(actor, linkId);
  return inTransaction(async (tx) => {
    const { count } = await tx.reportingLink.updateMany({ where: { id: linkId, revokedAt: null }, data: { revokedAt: now } });
    if (count) await recordAudit(actor, { action: "reporting_link.revoked", entity: "reporting_link", entityId: linkId, planId: link.period.planId }, now);
    return { id: linkId };
  });
}

/** Mails a new link to the same person; the old one ends. */
export async function renewReportingLink(actor: Actor, { linkId }: ReportingLinkIdInput, now: Date): Promise<{ id: string; expiresAt: Date }> {
  const { periodId, organisationId, name, email, locale } = await ownLink(actor, linkId);
  return inTransaction(async () => {
    await revokeReportingLink(actor, { linkId }, now);
    return createReportingLink(actor, { periodId, organisationId, name, email, locale: localeSchema.parse(locale) }, now);
  });
}

/** Opens a link for a browser after its button was pressed. Throws REPORTING_LINK_ENDED, TOO_MANY_ATTEMPTS (60 in ten minutes from one address). */
export async function openReportingLink(address: string, token: string, now: Date): Promise<{ id: string; expiresAt: Date }> {
  await consume("reporting-link-open", address, 60, 600);
  const { fault, link } = await findReportingLink(token, now);
  if (fault || !link) throw new DomainError("REPORTING_LINK_ENDED");
  return { id: link.id, expiresAt: link.expiresAt };
}
