import { cache } from "react";
import { cookies } from "next/headers";
import type { Actor } from "#lib/record/actors/schema.ts";
import { defaultLocale, localeSchema, localize, type Localized } from "#lib/record/localized/schema.ts";
import { periodView, type PeriodView } from "#lib/reporting/periods/queries.ts";
import { mayReport } from "#lib/reporting/periods/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { canManageLinks } from "./policy.ts";
import { linkFault, linkState, type LinkFault, type LinkState } from "./rules.ts";
import { reportingTokenSchema } from "./schema.ts";

/** What a link is for, as its reader is told. */
export interface OpenedLink {
  id: string;
  name: string | null;
  createdByName: string;
  expiresAt: Date;
  organisation: { id: string; name: Localized };
  period: PeriodView;
  planTitle: Localized;
  secretariatName: Localized;
}

/** A link as it was found; `link` is there also when it opens nothing any more, to say whom to ask. */
export interface FoundLink {
  fault: LinkFault | null;
  link: OpenedLink | null;
  /** Who acts through it; null when it opens nothing. */
  actor: Actor | null;
}

/** Looks a link up by its token. Changes nothing: mail scanners open links, too. */
export async function findReportingLink(token: string, at: Date): Promise<FoundLink> {
  const where = { tokenHash: hashToken(token) };
  const plan = { select: { title: true, status: true, secretariat: { select: { name: true } } } } as const;
  const row = reportingTokenSchema.safeParse(token).success
    ? await db().reportingLink.findUnique({ where, include: { organisation: { select: { id: true, name: true } }, period: { include: { plan, extensions: true } } } })
    : null;
  if (!row) return { fault: "invalid", link: null, actor: null };
  const extension = row.period.extensions.find(({ organisationId }) => organisationId === row.organisationId) ?? null;
  const fault = linkFault({ ...row, takesReports: row.period.plan.status === "adopted" && mayReport(row.period, extension, at) }, at);
  const name = row.organisation.name as Localized;
  const { id, createdByName, expiresAt } = row;
  const link = {
    id, name: row.name, createdByName, expiresAt, organisation: { id: row.organisation.id, name }, period: periodView(row.period),
    planTitle: row.period.plan.title as Localized, secretariatName: row.period.plan.secretariat.name as Localized,
  };
  const calledInTrace = row.name ?? localize(name, localeSchema.catch(defaultLocale).parse(row.locale))?.text ?? "";
  const actor: Actor = { accountId: null, name: calledInTrace, memberships: [{ role: "coordinator", organisationId: row.organisationId }], system: false, link: { id, periodId: row.periodId } };
  return { fault, link, actor: fault ? null : actor };
}

/** The cookie that holds the token once somebody has pressed the button behind a link; it is sent to that link's addresses alone. */
export const reportingCookie = "reporting-link";

/** The link of the request under way. Read once a request; revoked or expired, it ends with the next. */
export const currentReportingLink = cache(async (): Promise<FoundLink> => {
  const token = (await cookies()).get(reportingCookie)?.value ?? "";
  return findReportingLink(token, now());
});

/** Who acts through the link of this request; REPORTING_LINK_ENDED when there is none, or it opens nothing any more. */
export async function requireLinkActor(): Promise<Actor & { link: NonNullable<Actor["link"]> }> {
  const { actor } = await currentReportingLink();
  if (!actor?.link) throw new DomainError("REPORTING_LINK_ENDED");
  return { ...actor, link: actor.link };
}

/** A link in the Secretariat's list; never public. */
export interface MailedLink {
  id: string;
  organisation: { id: string; name: Localized };
  email: string;
  name: string | null;
  locale: string;
  createdAt: Date;
  createdByName: string;
  expiresAt: Date;
  revokedAt: Date | null;
  state: LinkState;
  /** What was sent through it, the latest first. */
  sent: { updateId: string; number: string; at: Date | null; status: string }[];
}

/** The page of a period's links. `organisations`: those that have something to report in it. */
export interface PeriodLinks {
  period: PeriodView;
  planTitle: Localized;
  /** Somebody may report in it now. */
  takesLinks: boolean;
  organisations: { id: string; name: Localized }[];
  links: MailedLink[];
}

/** The links of a period, the latest first, for the plan's Secretariat; NOT_FOUND for anybody else. */
export async function listReportingLinks(actor: Actor, periodId: string, at: Date): Promise<PeriodLinks> {
  const lead = { select: { id: true, name: true } } as const;
  const submitted = { orderBy: { submittedAt: "desc" }, select: { id: true, status: true, submittedAt: true, commitment: { select: { number: true } }, milestone: { select: { number: true } } } } as const;
  const row = isId(periodId)
    ? await db().reportingPeriod.findUnique({
        where: { id: periodId },
        include: {
          links: { orderBy: { createdAt: "desc" }, include: { organisation: lead, submitted } }, extensions: true,
          plan: { select: { title: true, status: true, secretariatId: true, commitments: { where: { removedAt: null }, orderBy: { position: "asc" }, select: { leadOrganisation: lead, milestones: { where: { removedAt: null }, select: { leadOrganisation: lead } } } } } },
        },
      })
    : null;
  if (!row || !canManageLinks(actor, row.plan)) throw new DomainError("NOT_FOUND");
  const leads = row.plan.commitments.flatMap(({ leadOrganisation, milestones }) => [leadOrganisation, ...milestones.map((milestone) => milestone.leadOrganisation)]);
  const named = ({ id, name }: { id: string; name: unknown }) => ({ id, name: name as Localized });
  const takesLinks = row.plan.status === "adopted" && [null, ...row.extensions].some((extension) => mayReport(row, extension, at));
  return {
    period: periodView(row), planTitle: row.plan.title as Localized, takesLinks,
    organisations: [...new Map(leads.map((organisation) => [organisation.id, named(organisation)])).values()],
    links: row.links.map(({ id, email, name, locale, createdAt, createdByName, expiresAt, revokedAt, organisation, submitted: sent }) => ({
      id, email, name, locale, createdAt, createdByName, expiresAt, revokedAt, organisation: named(organisation), state: linkState({ expiresAt, revokedAt }, at),
      sent: sent.map((update) => ({ updateId: update.id, number: (update.milestone ?? update.commitment).number, at: update.submittedAt, status: update.status })),
    })),
  };
}
