import { commitmentsIn, eventsIn, plansIn, voicesIn } from "#lib/news/feed-scopes/queries.ts";
import { isOfCommitments } from "#lib/news/feed-scopes/rules.ts";
import type { FeedScope } from "#lib/news/feed-scopes/schema.ts";
import { localize, type Locale } from "#lib/record/localized/schema.ts";
import { addressesOf } from "#lib/record/publication/queries.ts";
import { saidText, textOf } from "#lib/record/publication/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { eventPath } from "#lib/process/rules.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { FeedEntry, FeedKind, FeedWindow } from "./schema.ts";

/** How many entries a feed has. */
const usual = 50;

/** What one kind of news is asked for. */
interface Asked {
  scope: FeedScope;
  within: { gte?: Date; lt?: Date };
  take: number;
}

const named = { select: { name: true } } as const;
const placed = { slug: true, title: true } as const;
const commitment = { select: { number: true, slug: true, title: true, plan: { select: placed } } } as const;
const subject = { organisation: named, milestone: { select: { number: true, title: true } }, commitment } as const;
const joined = { relationLoadStrategy: "join" } as const;

interface SubjectRow {
  organisation: { name: unknown };
  milestone?: { number: string; title: unknown } | null;
  commitment: { number: string; slug: string; title: unknown; plan: PlanRow };
}

interface PlanRow {
  slug: string;
  title: unknown;
}

const entryId = (id: string) => `urn:uuid:${id}`;
const inPlan = ({ slug, title }: PlanRow) => ({ plan: { slug, title: saidText(title) }, commitment: null });
const nothing = { number: null, summary: null, progress: null, grade: null, until: null };

function aboutSubject({ organisation, milestone, commitment: { slug, plan, ...own } }: SubjectRow, part = "") {
  const { number, title } = milestone ?? own;
  const path = `/plans/${plan.slug}/commitments/${slug}${milestone ? `#${encodeURIComponent(milestone.number)}` : part}`;
  const within = { ...inPlan(plan), commitment: { slug, number: own.number, title: textOf(own.title) } };
  return { ...nothing, ...within, about: textOf(title), number, by: saidText(organisation.name), url: addressesOf(path) };
}

async function updates({ scope, within, take }: Asked): Promise<FeedEntry[]> {
  const select = { id: true, acceptedAt: true, result: true, reasons: true, progress: true, ...subject } as const;
  const rows = await db().progressUpdate.findMany({ ...joined, where: { status: "accepted", acceptedAt: { not: null, ...within }, ...voicesIn(scope) }, orderBy: [{ acceptedAt: "desc" }, { id: "desc" }], take, select });
  return rows.flatMap((row) => (row.acceptedAt ? [{
    ...aboutSubject(row), id: entryId(row.id), at: row.acceptedAt, kind: "updates" as const, summary: textOf(row.result) ?? textOf(row.reasons), progress: row.progress as Progress | null,
  }] : []));
}

async function assessments({ scope, within, take }: Asked): Promise<FeedEntry[]> {
  const select = { id: true, publishedAt: true, voice: true, narrative: true, grade: { select: { label: true } }, ...subject } as const;
  const rows = await db().assessment.findMany({ ...joined, where: { status: "published", publishedAt: { not: null, ...within }, ...voicesIn(scope) }, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], take, select });
  return rows.flatMap((row) => (row.publishedAt ? [{
    ...aboutSubject(row), id: entryId(row.id), at: row.publishedAt, kind: row.voice === "independent" ? ("independent" as const) : ("assessments" as const), summary: textOf(row.narrative), grade: textOf(row.grade?.label),
  }] : []));
}

const kindOfStage: Record<string, FeedKind> = { consultation: "reportConsultation", final: "reportFinal", correction: "reportCorrected" };

async function reports({ scope, within, take }: Asked): Promise<FeedEntry[]> {
  if (isOfCommitments(scope)) return [];
  const report = { select: { slug: true, consultationEndsOn: true, plan: { select: { ...placed, secretariat: named } } } } as const;
  const select = { id: true, number: true, stage: true, title: true, reason: true, publishedAt: true, report } as const;
  const rows = await db().reportVersion.findMany({ ...joined, where: { publishedAt: within, report: { plan: plansIn(scope) } }, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], take, select });
  return rows.map(({ id, number, stage, title, reason, publishedAt, report: { slug, consultationEndsOn, plan } }) => ({
    ...nothing, ...inPlan(plan), id: entryId(id), at: publishedAt, kind: kindOfStage[stage] ?? "reportFinal", about: saidText(title), by: saidText(plan.secretariat.name), summary: textOf(reason),
    until: stage === "consultation" ? consultationEndsOn : null, url: addressesOf(`/reports/${slug}/versions/${number}`),
  }));
}

/** Meetings that were made known, and those that were called off: each is news of its own day. */
async function events({ scope, within, take }: Asked): Promise<FeedEntry[]> {
  if (isOfCommitments(scope)) return [];
  const steps = [["events", "publishedAt"], ["eventCancelled", "cancelledAt"]] as const;
  const select = { id: true, slug: true, title: true, summary: true, cancelReason: true, publishedAt: true, cancelledAt: true, secretariat: named, plan: { select: placed } } as const;
  const found: FeedEntry[] = [];
  for (const [kind, step] of steps) {
    const rows = await db().processEvent.findMany({ ...joined, where: { publishedAt: { not: null }, [step]: { not: null, ...within }, ...eventsIn(scope) }, orderBy: [{ [step]: "desc" }, { id: "desc" }], take, select });
    found.push(...rows.flatMap(({ id, slug, title, secretariat, plan, ...row }) => (row[step] ? [{
      ...nothing, ...(plan ? inPlan(plan) : { plan: null, commitment: null }), id: kind === "events" ? entryId(id) : `${entryId(id)}#cancelled`, at: row[step], kind,
      about: saidText(title), by: saidText(secretariat.name), summary: textOf(kind === "events" ? row.summary : row.cancelReason), url: addressesOf(eventPath(slug)),
    }] : [])));
  }
  return found;
}

/** Of a plan; of one commitment those that changed it. A topic has none: which of many commitments an amendment is about, its history says. */
async function amendments({ scope, within, take }: Asked): Promise<FeedEntry[]> {
  const one = scope.commitment === undefined ? null : await db().commitment.findFirst({ where: commitmentsIn(scope), select: { id: true } });
  if (isOfCommitments(scope) && !one) return [];
  const where = { status: "made", madeAt: { not: null, ...within }, ...(one ? { changes: { some: { commitmentId: one.id } } } : {}), plan: one ? plansIn({ plan: scope.plan ?? "" }) : plansIn(scope) };
  const select = { id: true, number: true, reason: true, madeAt: true, plan: { select: { ...placed, secretariat: named } } } as const;
  const rows = await db().amendment.findMany({ ...joined, where, orderBy: [{ madeAt: "desc" }, { id: "desc" }], take, select });
  return rows.flatMap(({ id, number, reason, madeAt, plan }) => (madeAt ? [{
    ...nothing, ...inPlan(plan), id: entryId(id), at: madeAt, kind: "amendments" as const, about: saidText(plan.title), by: saidText(plan.secretariat.name), summary: textOf(reason), url: addressesOf(`/plans/${plan.slug}/history#amendment-${number}`),
  }] : []));
}

const kindOfStep: Record<string, FeedKind> = { in_consultation: "planConsultation", adopted: "planAdopted", closed: "planClosed" };

/** What became of whole plans. */
async function steps({ scope, within, take }: Asked): Promise<FeedEntry[]> {
  if (isOfCommitments(scope)) return [];
  const plan = { select: { ...placed, consultationEndsOn: true, secretariat: named } } as const;
  const where = { entity: "plan", field: "status", amendmentId: null, at: within, plan: plansIn(scope) };
  const rows = await db().planChange.findMany({ ...joined, where, orderBy: [{ at: "desc" }, { id: "desc" }], take, select: { id: true, at: true, after: true, plan } });
  return rows.flatMap(({ id, at, after, plan: { consultationEndsOn, secretariat, ...own } }) => {
    const kind = kindOfStep[typeof after === "string" ? after : ""];
    const until = kind === "planConsultation" ? consultationEndsOn : null;
    return kind ? [{ ...nothing, ...inPlan(own), id: entryId(id), at, kind, about: saidText(own.title), by: saidText(secretariat.name), until, url: addressesOf(`/plans/${own.slug}`) }] : [];
  });
}

/** Published answers to comments that are public themselves. */
async function answers({ scope, within, take }: Asked): Promise<FeedEntry[]> {
  const shown = { status: "published" } as const;
  const onCommitment = { comment: { ...shown, commitment: commitmentsIn(scope) } };
  const about = isOfCommitments(scope) ? onCommitment : { OR: [onCommitment, { comment: { ...shown, report: { plan: plansIn(scope), versions: { some: {} } } } }] };
  const report = { select: { slug: true, plan: { select: placed }, versions: { orderBy: { number: "desc" }, take: 1, select: { title: true } } } } as const;
  const rows = await db().response.findMany({
    ...joined, where: { status: "published", publishedAt: { not: null, ...within }, ...about }, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], take,
    select: { id: true, publishedAt: true, text: true, organisation: named, comment: { select: { commitment, report } } },
  });
  return rows.flatMap(({ id, publishedAt, text, organisation, comment }): FeedEntry[] => {
    if (!publishedAt) return [];
    const entry = { id: entryId(id), at: publishedAt, kind: "answers" as const, summary: textOf(text) };
    if (comment.commitment) return [{ ...aboutSubject({ organisation, commitment: comment.commitment }, "#comments"), ...entry }];
    const place = comment.report ? inPlan(comment.report.plan) : { plan: null, commitment: null };
    return [{ ...nothing, ...place, ...entry, about: textOf(comment.report?.versions[0]?.title), by: saidText(organisation.name), url: addressesOf(`/reports/${comment.report?.slug ?? ""}#comments`) }];
  });
}

/**
 * What is new in public, the newest first, for feeds, mails and digests alike; eight statements, fewer for single commitments
 * and topics. Windows that follow on each other miss nothing and repeat nothing.
 */
export async function listFeed(scope: FeedScope, { since, until, most = usual }: FeedWindow = {}): Promise<FeedEntry[]> {
  const asked: Asked = { scope, within: { ...(since ? { gte: since } : {}), ...(until ? { lt: until } : {}) }, take: most };
  const all = [await updates(asked), await assessments(asked), await reports(asked), await events(asked), await amendments(asked), await steps(asked), await answers(asked)].flat();
  return all.sort((a, b) => b.at.getTime() - a.at.getTime() || a.id.localeCompare(b.id)).slice(0, most);
}

/** Says each entry in a sentence: the title in a feed, a line in a mail. */
export async function feedSentences(locale: Locale): Promise<(entry: FeedEntry) => string> {
  const say = await translatorFor(locale);
  const said = (text: FeedEntry["about"]) => localize(text, locale)?.text ?? "";
  return ({ kind, number, about, by, progress, grade, until }) => say(`open-data.feeds.sentences.${kind}`, {
    about: [number, said(about)].filter(Boolean).join(" "), by: said(by), progress: progress ? say(`status.progress.${progress}`) : "none", grade: said(grade) || "none", until: until ? formatDate(until, locale) : "none",
  });
}
