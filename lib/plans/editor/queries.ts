import type { Actor } from "#lib/record/actors/schema.ts";
import { getPlanForEditing } from "#lib/editing/amendments/queries.ts";
import type { AmendmentDraft } from "#lib/editing/amendments/schema.ts";
import { windowOf, type ConsultationWindow } from "#lib/record/consultations/rules.ts";
import { entriesOf } from "#lib/editing/rules.ts";
import type { PlanContent, PlanEntity } from "#lib/editing/schema.ts";
import { listColleaguesAtWork, listOwnDrafts, type ColleagueAtWork, type OwnDraft } from "#lib/editing/drafts/queries.ts";
import { valuesOf, type FormValues } from "#lib/editing/drafts/rules.ts";
import type { DraftPlace } from "#lib/editing/drafts/schema.ts";
import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import type { NamedMunicipality } from "#lib/record/lists/rules.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { outlineOf, type OutlineLine } from "#lib/plans/outlines/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import { begunAt } from "./rules.ts";

/** The editor's page of a plan. */
export interface EditorPage {
  content: PlanContent;
  amendment: AmendmentDraft | null;
  outline: OutlineLine[];
  /** The person's own unfinished forms. */
  drafts: OwnDraft[];
  others: ColleagueAtWork[];
  /** Names of the lead agencies by id. */
  organisations: Record<string, Localized>;
  /** Of the draft; null: none was held here. */
  consultation: ConsultationWindow | null;
  /** Whose plan it is, with those that can be chosen. */
  municipality: { slug: string | null; choices: NamedMunicipality[] };
  /** Nobody outside has ever seen it, and nothing hangs on it; see `deleteDraftPlan`. */
  deletable: boolean;
}

/** Throws NOT_FOUND for everybody but the plan's Secretariat. */
export async function getEditorPage(actor: Actor, planId: string): Promise<EditorPage> {
  const { content, amendment } = await getOwnPlan(actor, planId);
  const leads = [...content.commitments, ...content.milestones].map(({ fields }) => fields.leadOrganisationId);
  const hangs = { changes: true, reports: true, periods: true, amendments: true, imports: true } as const;
  const [drafts, others, names, { _count: count, municipalitySlug, ...days }, choices] = await Promise.all([
    listOwnDrafts(actor, planId), listColleaguesAtWork(actor, planId),
    db().organisation.findMany({ where: { id: { in: [...new Set(leads)] } }, select: { id: true, name: true } }),
    db().plan.findUniqueOrThrow({ where: { id: planId }, select: { municipalitySlug: true, consultationOpensOn: true, consultationEndsOn: true, _count: { select: hangs } } }),
    listMunicipalityNames(),
  ]);
  const organisations = Object.fromEntries(names.map(({ id, name }) => [id, name as Localized]));
  return {
    content, amendment, outline: outlineOf(content), drafts, others, organisations, consultation: windowOf(days), municipality: { slug: municipalitySlug, choices },
    deletable: content.plan.status === "draft" && Object.values(count).every((number) => number === 0),
  };
}

async function getOwnPlan(actor: Actor, planId: string) {
  if (!isId(planId)) throw new DomainError("NOT_FOUND");
  return getPlanForEditing(actor, planId);
}

/** What the form of one thing is opened with. */
export interface OpenedEntity {
  planId: string;
  entity: PlanEntity;
  id: string;
  /** Of the record; null: it is new. */
  version: number | null;
  place: DraftPlace | null;
  /** What the record says, with what is staged. */
  values: FormValues;
  draft: OwnDraft | null;
  others: ColleagueAtWork[];
}

/** A form with what its page says around it. */
export interface EntityForEditing {
  plan: { id: string; status: string; title: Localized; vocabulary: string };
  opened: OpenedEntity;
  /** What holds it: a part, a commitment, an outer milestone; null: the plan itself. */
  holder: { number: string | null; title: Localized | null } | null;
}

interface Thing {
  entity: PlanEntity;
  id: string;
}

/** One thing of a plan that can still be changed. Throws NOT_FOUND, also for what was removed. */
export async function getEntityForEditing(actor: Actor, planId: string, thing: Thing): Promise<EntityForEditing> {
  const { content } = await getOwnPlan(actor, planId);
  const { plan } = content;
  const entry = thing.entity === "plan" ? null : entriesOf(content).get(thing.id);
  const there = thing.entity === "plan" ? thing.id === planId : entry?.entity === thing.entity && !entry.removed;
  if (!there || plan.status === "closed") throw new DomainError("NOT_FOUND");
  const values = valuesOf(thing.entity, entry ? entry.fields : plan.fields);
  return opened(actor, content, { ...thing, version: (entry ?? plan).version, place: entry ? { ...entry.place } : null, values });
}

/** The form of something new. What is there already (saved, and come back to) is opened as it is. Throws NOT_FOUND. */
export async function openNewEntity(actor: Actor, planId: string, thing: Thing, at: { part?: string; commitment?: string; parent?: string }): Promise<EntityForEditing> {
  const { content } = await getOwnPlan(actor, planId);
  const entries = entriesOf(content);
  if (entries.has(thing.id)) return getEntityForEditing(actor, planId, thing);
  const known = [at.part, at.commitment, at.parent].every((id) => id === undefined || (entries.has(id) && !entries.get(id)?.removed));
  if (!known || !isId(thing.id) || content.plan.status === "closed" || (thing.entity === "milestone" && !at.commitment)) throw new DomainError("NOT_FOUND");
  const place: DraftPlace = placeOf(thing.entity, at);
  return opened(actor, content, { ...thing, version: null, place, values: valuesOf(thing.entity, begunAt(thing.entity, place, content)) });
}

function placeOf(entity: PlanEntity, { part, commitment, parent }: { part?: string; commitment?: string; parent?: string }): DraftPlace {
  if (entity === "part") return { parentId: parent ?? null };
  if (entity === "commitment") return { partId: part ?? null };
  return entity === "milestone" ? { parentId: parent ?? null, ...(commitment ? { commitmentId: commitment } : {}) } : {};
}

async function opened(actor: Actor, content: PlanContent, form: Omit<OpenedEntity, "planId" | "draft" | "others">): Promise<EntityForEditing> {
  const { id, status, fields } = content.plan;
  const thing = { entity: form.entity, entityId: form.id };
  const [drafts, others] = await Promise.all([listOwnDrafts(actor, id), listColleaguesAtWork(actor, id, thing)]);
  const draft = drafts.find(({ entity, entityId }) => entity === thing.entity && entityId === thing.entityId) ?? null;
  const holder = entriesOf(content).get(form.place?.parentId ?? form.place?.commitmentId ?? form.place?.partId ?? "");
  return {
    plan: { id, status, title: fields.title, vocabulary: fields.vocabulary },
    opened: { planId: id, ...form, draft, others },
    holder: holder ? { number: holder.fields.number, title: holder.fields.title } : null,
  };
}
