import { addressesOf, at, evidenceOf, evidenceSelect, namedOf, namedSelect, planRefOf, planRefSelect } from "#lib/record/publication/queries.ts";
import { byId, filterValues, maybeInstantSort, maybeTextSort, saidText, textOf, textSort, type Resource } from "#lib/record/publication/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { eventPath, groupPath, recommendationPath } from "#lib/process/rules.ts";
import { eventRecord, groupRecord, recommendationRecord } from "./schema.ts";

const { slug, code, flag, since } = filterValues;
const ofSecretariat = { schema: slug, where: (value: string) => ({ secretariat: { slug: value } }) };
const ofPlan = { schema: slug, where: (value: string) => ({ plan: { slug: value, status: { not: "draft" } } }) };
const planSelect = { select: { ...planRefSelect.select, status: true } } as const;
const inOrder = { orderBy: [{ position: "asc" }, { id: "asc" }] } satisfies Prisma.ProcessEvent$attendanceArgs;
const whoSelect = { organisation: namedSelect, name: true, sector: true } as const;

/** A plan that is a draft is not named. */
const publicPlanOf = (plan: { slug: string; title: unknown; status: string } | null) => (plan && plan.status !== "draft" ? planRefOf(plan) : null);
const whoOf = <T extends { organisation: { slug: string; name: unknown } | null; name: unknown }>(row: T) => ({ ...row, organisation: row.organisation && namedOf(row.organisation), name: textOf(row.name) });

const eventSelect = {
  id: true, slug: true, kind: true, status: true, title: true, startsOn: true, endsOn: true, place: true, url: true, presentsResults: true, summary: true, agenda: true, minutes: true, cancelReason: true,
  sourceNote: true, publishedAt: true, editedAt: true, secretariat: namedSelect, plan: planSelect, group: { select: { slug: true, name: true, publishedAt: true } },
  attendance: { ...inOrder, select: { ...whoSelect, people: true } }, decisions: { orderBy: { number: "asc" }, select: { number: true, text: true } }, evidence: evidenceSelect,
} as const satisfies Prisma.ProcessEventSelect;

function eventOf({ url, group, plan, attendance, decisions, evidence, ...row }: Prisma.ProcessEventGetPayload<{ select: typeof eventSelect }>) {
  return {
    ...row, link: url, title: saidText(row.title), place: textOf(row.place), summary: textOf(row.summary), agenda: textOf(row.agenda), minutes: textOf(row.minutes),
    cancelReason: textOf(row.cancelReason), sourceNote: textOf(row.sourceNote), publishedAt: at(row.publishedAt), editedAt: at(row.editedAt),
    secretariat: namedOf(row.secretariat), plan: publicPlanOf(plan), group: group?.publishedAt ? namedOf(group) : null,
    attendance: attendance.map(whoOf), decisions: decisions.map(({ number, text }) => ({ number, text: saidText(text) })), evidence: evidence.map(evidenceOf), url: addressesOf(eventPath(row.slug)),
  };
}

export const events: Resource = {
  name: "events", record: eventRecord, key: "slug",
  sorts: { ...byId, startsOn: maybeTextSort, publishedAt: maybeInstantSort },
  filters: {
    plan: ofPlan, secretariat: ofSecretariat, kind: { schema: code, where: (kind) => ({ kind }) }, group: { schema: slug, where: (value) => ({ group: { slug: value, publishedAt: { not: null } } }) },
    since: { schema: since, where: (value) => ({ publishedAt: { gte: new Date(value) } }) },
  },
  read: async ({ where, orderBy, take }) => {
    const rows = await db().processEvent.findMany({ relationLoadStrategy: "join", where: { AND: [{ status: { in: ["published", "cancelled"] } }, where] }, orderBy, take, select: eventSelect });
    return rows.map(eventOf);
  },
};

const groupSelect = {
  id: true, slug: true, kind: true, name: true, mandate: true, startsOn: true, endsOn: true, sourceNote: true, publishedAt: true, secretariat: namedSelect, plan: planSelect,
  members: { ...inOrder, select: { ...whoSelect, role: true } },
} as const satisfies Prisma.WorkingGroupSelect;

export const workingGroups: Resource = {
  name: "working-groups", record: groupRecord, key: "slug",
  sorts: { ...byId, slug: textSort },
  filters: { plan: ofPlan, secretariat: ofSecretariat, kind: { schema: code, where: (kind) => ({ kind }) } },
  read: async ({ where, orderBy, take }) => {
    const rows = await db().workingGroup.findMany({ relationLoadStrategy: "join", where: { AND: [{ publishedAt: { not: null } }, where] }, orderBy, take, select: groupSelect });
    return rows.map(({ plan, members, ...row }) => ({
      ...row, name: saidText(row.name), mandate: textOf(row.mandate), sourceNote: textOf(row.sourceNote), publishedAt: at(row.publishedAt), secretariat: namedOf(row.secretariat), plan: publicPlanOf(plan),
      members: members.map(whoOf), url: addressesOf(groupPath(row.slug)),
    }));
  },
};

const recommendationSelect = {
  id: true, number: true, text: true, dueOn: true, publishedAt: true, disposition: true, response: true, respondedAt: true, fulfilledOn: true, fulfilment: true,
  addressee: namedSelect, event: { select: { slug: true, title: true } }, evidence: evidenceSelect,
} as const satisfies Prisma.RecommendationSelect;

/** A response that is being written has no `respondedAt`, a fulfilment that is being recorded no day: neither is public. */
function recommendationOf(row: Prisma.RecommendationGetPayload<{ select: typeof recommendationSelect }>) {
  const { id, number, dueOn, event, respondedAt, fulfilledOn } = row;
  return {
    id, number, dueOn, event: planRefOf(event), text: saidText(row.text), addressee: namedOf(row.addressee), publishedAt: at(row.publishedAt),
    response: respondedAt && { disposition: row.disposition, text: textOf(row.response), respondedAt: respondedAt.toISOString() },
    fulfilment: fulfilledOn === null ? null : { on: fulfilledOn, text: textOf(row.fulfilment), evidence: row.evidence.map(evidenceOf) },
    url: addressesOf(recommendationPath(event, number)),
  };
}

export const recommendations: Resource = {
  name: "recommendations", record: recommendationRecord, key: "id",
  sorts: { ...byId, publishedAt: maybeInstantSort, dueOn: maybeTextSort },
  filters: {
    event: { schema: slug, where: (value) => ({ event: { slug: value } }) }, addressee: { schema: slug, where: (value) => ({ addressee: { slug: value } }) },
    answered: { schema: flag, where: (value) => ({ respondedAt: value === "true" ? { not: null } : null }) }, fulfilled: { schema: flag, where: (value) => ({ fulfilledOn: value === "true" ? { not: null } : null }) },
  },
  read: async ({ where, orderBy, take }) => {
    const shown = { publishedAt: { not: null }, event: { status: "published" } };
    const rows = await db().recommendation.findMany({ relationLoadStrategy: "join", where: { AND: [shown, where] }, orderBy, take, select: recommendationSelect });
    return rows.map(recommendationOf);
  },
};
