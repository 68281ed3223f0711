import type { z } from "zod";
import { DomainError, type FieldErrors } from "#lib/platform/errors.ts";
import {
  editFrameSchema, fieldsSchemas, placeSchemas, type ListedEntity, type PlanContent, type PlanEdit, type PlanEditOf, type PlanEntity, type PlanEntry,
} from "./schema.ts";

/** An entry of any list. */
export type AnyEntry = { [E in ListedEntity]: PlanEntry<E> }[ListedEntity];

/**
 * Edits as a form, a file or a draft amendment gives them, read by their schemas. Throws INVALID_INPUT with every problem of
 * form at once, each at `<index of the edit>.<field path>`; fields are named without "fields.".
 */
export function parseEdits(raw: readonly unknown[]): PlanEdit[] {
  const wrong: FieldErrors = {};
  const edits = raw.map((one, index) => parseEdit(one, (path, message) => (wrong[`${index}.${path}`] ??= message)));
  if (Object.keys(wrong).length > 0) throw new DomainError("INVALID_INPUT", wrong);
  return edits.filter((edit) => edit !== null);
}

type Complain = (path: string, message: string) => void;

function parseEdit(raw: unknown, complain: Complain): PlanEdit | null {
  const frame = editFrameSchema.safeParse(raw);
  if (!frame.success) return complainOf(frame.error, "", complain);
  const { op, entity, fields, place } = frame.data;
  if (entity === "plan" ? op !== "change" : op === "add" && fields === undefined) return complainAbout("op", complain);
  if (op === "change" && fields === undefined && place === undefined) return complainAbout("fields", complain);
  const stated = op === "remove" || fields === undefined ? undefined : fieldsSchemas[entity].safeParse(fields);
  const placed = op === "remove" || place === undefined ? undefined : placeSchemas[entity].safeParse(place);
  if (stated && !stated.success) complainOf(stated.error, "", complain);
  if (placed && !placed.success) complainOf(placed.error, "place.", complain);
  return { ...frame.data, fields: stated?.data, place: placed?.data } as PlanEdit;
}

function complainAbout(path: string, complain: Complain): null {
  complain(path, "malformed");
  return null;
}

function complainOf(error: z.ZodError, prefix: string, complain: Complain): null {
  for (const issue of error.issues) complain(`${prefix}${issue.path.join(".")}`, /^[a-zA-Z]+$/.test(issue.message) ? issue.message : "malformed");
  return null;
}

/** Every list of a plan, by what stands in it. */
export function listsOf(content: PlanContent): { [E in ListedEntity]: PlanEntry<E>[] } {
  return { legal_act: content.legalActs, part: content.parts, commitment: content.commitments, milestone: content.milestones };
}

/** Every entry of a plan by its id. */
export function entriesOf(content: PlanContent): Map<string, AnyEntry> {
  const all: AnyEntry[] = [...content.legalActs, ...content.parts, ...content.commitments, ...content.milestones];
  return new Map(all.map((entry) => [entry.id, entry]));
}

/**
 * The plan as it will be once the edits are made; what it was is left as it is. An entry that an edit touches says so in `staged`; its
 * version is the one that the next edit has to name. What cannot be done (an unknown id) is passed over: `editProblems` finds it.
 */
export function overlay(content: PlanContent, edits: readonly PlanEdit[]): PlanContent {
  const lists = { legal_act: content.legalActs.map(copy), part: content.parts.map(copy), commitment: content.commitments.map(copy), milestone: content.milestones.map(copy) };
  let plan = content.plan;
  const entries = new Map<string, AnyEntry>(Object.values(lists).flatMap((list) => list.map((entry): [string, AnyEntry] => [entry.id, entry])));
  for (const edit of edits) {
    if (edit.entity === "plan") plan = { ...plan, staged: "change", version: plan.version + (edit.times ?? 0), fields: edit.fields ?? plan.fields };
    else if (edit.op === "add") add(lists, entries, edit);
    else touch(entries.get(edit.id), edit);
  }
  for (const edit of edits) if (edit.op !== "remove" && edit.entity !== "plan") putAfter(lists[edit.entity], edit);
  carryAlong(lists.milestone, new Set(edits.flatMap(({ id, place }) => (place && "commitmentId" in place && place.commitmentId ? [id] : []))));
  takeOut(lists);
  const { legal_act: legalActs, part: parts, commitment: commitments } = lists;
  return { plan, legalActs, parts, commitments, milestones: byCommitment(commitments, lists.milestone) };
}

const copy = <E extends ListedEntity>(entry: PlanEntry<E>): PlanEntry<E> => ({ ...entry, place: { ...entry.place } });
const noPlace = { legal_act: {}, part: { parentId: null }, commitment: { partId: null }, milestone: { commitmentId: "", parentId: null } };

type Lists = { [E in ListedEntity]: PlanEntry<E>[] };
type ListedEdit = { [E in ListedEntity]: PlanEditOf<E> }[ListedEntity];

function add(lists: Lists, entries: Map<string, AnyEntry>, edit: ListedEdit): void {
  const { entity, id, fields } = edit;
  if (entries.has(id)) return;
  const entry = { entity, id, version: edit.times ?? 1, removed: false, staged: "add", place: { ...noPlace[entity], ...holdersIn(edit.place) }, fields } as AnyEntry;
  entries.set(id, entry);
  (lists[entity] as AnyEntry[]).push(entry);
}

/** What is to hold it, as far as a place says. */
function holdersIn(place: object = {}): Record<string, string | null> {
  return Object.fromEntries(Object.entries(place).filter(([name, value]) => name !== "after" && value !== undefined));
}

function touch(entry: AnyEntry | undefined, edit: ListedEdit): void {
  if (!entry || entry.entity !== edit.entity) return;
  entry.version += edit.times ?? 0;
  entry.staged = edit.op;
  if (edit.op === "remove") entry.removed = true;
  const holders = holdersIn(edit.place);
  const leaves = entry.entity === "milestone" && "commitmentId" in holders && holders.commitmentId !== entry.place.commitmentId;
  Object.assign(entry.place, leaves ? { parentId: null } : {}, holders);
  if (edit.fields) entry.fields = keepSlug(edit.fields, entry.fields);
}

/** An edit that names no address keeps the one that is there. */
function keepSlug<T extends object>(fields: T, before: object): T {
  return "slug" in fields && "slug" in before ? { ...fields, slug: fields.slug ?? before.slug } : fields;
}

/** A milestone that goes to another commitment stands last there, unless its edit says behind which. */
function putAfter(list: AnyEntry[], { id, entity, place }: ListedEdit): void {
  const after = place?.after;
  const moves = entity === "milestone" && place?.commitmentId !== undefined;
  const from = list.findIndex((entry) => entry.id === id);
  const moved = list[from];
  if (!moved || (after === undefined && !moves)) return;
  list.splice(from, 1);
  const behind = list.findIndex((entry) => entry.id === after);
  if (after === null) list.unshift(moved);
  else if (behind >= 0) list.splice(behind + 1, 0, moved);
  else list.push(moved);
}

/** What stands under a milestone goes with it to another commitment; `placed` were given theirs. */
function carryAlong(milestones: PlanEntry<"milestone">[], placed: ReadonlySet<string>): void {
  const byId = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const home = ({ id, place }: PlanEntry<"milestone">, depth = 0): string => {
    const parent = byId.get(place.parentId ?? "");
    return parent && !placed.has(id) && depth < milestones.length ? home(parent, depth + 1) : place.commitmentId;
  };
  for (const milestone of milestones) milestone.place.commitmentId = home(milestone);
}

/** With a commitment go its milestones, with a milestone those under it; what was taken out before leaves a part that goes. */
function takeOut({ part, commitment, milestone }: Lists): void {
  const gone = new Set([...part, ...commitment, ...milestone].filter(({ staged }) => staged === "remove").map(({ id }) => id));
  if (gone.size === 0) return;
  for (const one of commitment) if (one.removed && gone.has(one.place.partId ?? "")) one.place.partId = null;
  const inside = () => milestone.filter((one) => !one.removed && (gone.has(one.place.commitmentId) || gone.has(one.place.parentId ?? "")));
  for (let found = inside(); found.length > 0; found = inside()) {
    for (const one of found) {
      Object.assign(one, { removed: true, staged: "remove" });
      gone.add(one.id);
    }
  }
}

function byCommitment(commitments: readonly PlanEntry<"commitment">[], milestones: readonly PlanEntry<"milestone">[]): PlanEntry<"milestone">[] {
  const of = Map.groupBy(milestones, ({ place }) => place.commitmentId);
  return commitments.flatMap(({ id }) => of.get(id) ?? []);
}

/** True when two values say the same, however they are ordered inside. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [a, b] = [Object.entries(one), new Map(Object.entries(other))];
  return Array.isArray(one) === Array.isArray(other) && a.length === b.size && a.every(([key, value]) => b.has(key) && same(value, b.get(key)));
}

/** Which fields of an entity an edit really changes. */
export function changedFields<E extends PlanEntity>(before: PlanContentFields<E>, after: PlanContentFields<E>): string[] {
  return Object.keys(after).filter((name) => !same(before[name as keyof typeof before], after[name as keyof typeof after]));
}
type PlanContentFields<E extends PlanEntity> = NonNullable<PlanEditOf<E>["fields"]>;
