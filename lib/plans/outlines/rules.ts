import type { PlanContent } from "#lib/editing/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { nest } from "#lib/plans/milestones/rules.ts";
import type { Term } from "#lib/record/terms/schema.ts";

export type OutlineEntity = "part" | "commitment" | "milestone";

/** A part, commitment or milestone where it stands, with what it holds. */
export interface OutlineLine {
  entity: OutlineEntity;
  id: string;
  /** To be named by the next change of it. */
  version: number;
  number: string | null;
  title: Localized | null;
  /** What a part is called: challenge, objective, part. */
  kind: string | null;
  term: Term;
  leadOrganisationId: string | null;
  /** What the draft amendment does to it. */
  staged: "add" | "change" | "remove" | null;
  /** Taken out of the plan, by an amendment that is made or in preparation. */
  removed: boolean;
  /** The one right before it in its whole list (all parts, all commitments, all milestones of the commitment); null: it is the first. */
  previous: string | null;
  /** The commitment of a milestone. */
  commitmentId: string | null;
  children: OutlineLine[];
}

/** Where an entry is to stand, as an edit says it. */
export interface Place {
  after?: string | null;
  parentId?: string | null;
  partId?: string | null;
  commitmentId?: string;
}

const noTerm = { startsOn: null, endsOn: null };

/** The plan as an outline, as its public page has it: the commitments that stand in no part, then the parts with theirs. */
export function outlineOf({ parts, commitments, milestones }: Pick<PlanContent, "parts" | "commitments" | "milestones">): OutlineLine[] {
  const under = milestonesByCommitment(milestones);
  const lines = commitments.map(({ entity, id, version, removed, staged, place, fields }, index) => ({
    partId: place.partId,
    line: {
      entity, id, version, removed, staged, number: fields.number, title: fields.title, kind: null, term: termOf(fields), leadOrganisationId: fields.leadOrganisationId,
      previous: commitments[index - 1]?.id ?? null, commitmentId: null, children: under.get(id) ?? [],
    } satisfies OutlineLine,
  }));
  const rows = parts.map(({ entity, id, version, removed, staged, place, fields }, index) => ({
    parentId: place.parentId,
    entity, id, version, removed, staged, number: fields.number, title: fields.title, kind: fields.kind, term: noTerm, leadOrganisationId: null,
    previous: parts[index - 1]?.id ?? null, commitmentId: null,
  }));
  const inPart = (partId: string) => lines.filter((line) => line.partId === partId).map(({ line }) => line);
  const withCommitments = ({ parentId: _, children, ...line }: NestedRow): OutlineLine => ({ ...line, children: [...inPart(line.id), ...children.map(withCommitments)] });
  const known = new Set(parts.map(({ id }) => id));
  return [...lines.filter(({ partId }) => !partId || !known.has(partId)).map(({ line }) => line), ...nest(rows).map(withCommitments)];
}

function termOf({ startsOn, endsOn }: Term): Term {
  return { startsOn, endsOn };
}

function milestonesByCommitment(milestones: PlanContent["milestones"]): Map<string, OutlineLine[]> {
  const byCommitment = Map.groupBy(milestones, ({ place }) => place.commitmentId);
  return new Map([...byCommitment].map(([commitmentId, all]) => {
    const rows = all.map(({ entity, id, version, removed, staged, place, fields }, index) => ({
      parentId: place.parentId,
      entity, id, version, removed, staged, number: fields.number, title: fields.title, kind: null, term: termOf(fields), leadOrganisationId: fields.leadOrganisationId,
      previous: all[index - 1]?.id ?? null, commitmentId,
    }));
    return [commitmentId, nest(rows).map(withoutParent)];
  }));
}

type NestedRow = ReturnType<typeof nest<Omit<OutlineLine, "children"> & { parentId: string | null }>>[number];

function withoutParent({ parentId: _, children, ...line }: NestedRow): OutlineLine {
  return { ...line, children: children.map(withoutParent) };
}

/** Those of the same kind that stand on the same level; only they change places with each other. */
export function siblingsOf(line: OutlineLine, level: readonly OutlineLine[]): OutlineLine[] {
  return level.filter(({ entity, removed }) => entity === line.entity && !removed);
}

/** One place up among its siblings; null: it is the first. */
export function placeUp(line: OutlineLine, siblings: readonly OutlineLine[]): Place | null {
  const before = siblings[siblings.indexOf(line) - 1];
  return before ? { after: before.previous } : null;
}

/** One place down among its siblings; null: it is the last. */
export function placeDown(line: OutlineLine, siblings: readonly OutlineLine[]): Place | null {
  const behind = siblings[siblings.indexOf(line) + 1];
  return behind ? { after: behind.id } : null;
}

/** A place to which a line can be moved, in words: first of its level, behind a sibling, into another, out to the top. */
export interface Destination {
  key: string;
  how: "first" | "behind" | "into" | "top";
  /** Behind or into which; null for "first" and "top". */
  line: OutlineLine | null;
  place: Place;
}

/** All the places to which a line can be moved from where it stands. */
export function destinationsOf(line: OutlineLine, level: readonly OutlineLine[], outline: readonly OutlineLine[]): Destination[] {
  const siblings = siblingsOf(line, level);
  const [first] = siblings;
  const index = siblings.indexOf(line);
  const behind = siblings.filter((other, at) => other !== line && at !== index - 1);
  return [
    ...(first && index > 0 ? [{ key: "first", how: "first" as const, line: null, place: { after: first.previous } }] : []),
    ...behind.map((other) => ({ key: `behind-${other.id}`, how: "behind" as const, line: other, place: { after: other.id } })),
    ...elsewhere(line, level, outline),
  ];
}

function elsewhere(line: OutlineLine, level: readonly OutlineLine[], outline: readonly OutlineLine[]): Destination[] {
  const onTop = level === outline;
  const own = new Set(flat([line]).map(({ id }) => id));
  const holders = flat(outline).filter((other) => !own.has(other.id) && !other.removed && other.children !== level && holds(other, line));
  const into = holders.map((other): Destination => ({ key: `into-${other.id}`, how: "into", line: other, place: { ...insideOf(other, line), ...lastIn(other, line) } }));
  const top: Destination = { key: "top", how: "top", line: null, place: line.entity === "part" ? { parentId: null } : { partId: null } };
  return line.entity === "milestone" || onTop ? into : [...into, top];
}

/** Every line of an outline, each before what it holds. */
export function flat(lines: readonly OutlineLine[]): OutlineLine[] {
  return lines.flatMap((line) => [line, ...flat(line.children)]);
}

function holds(holder: OutlineLine, line: OutlineLine): boolean {
  if (line.entity !== "milestone") return holder.entity === "part";
  return holder.entity === "commitment" || (holder.entity === "milestone" && holder.commitmentId === line.commitmentId);
}

function insideOf(holder: OutlineLine, { entity }: OutlineLine): Place {
  if (entity === "part") return { parentId: holder.id };
  if (entity === "commitment") return { partId: holder.id };
  return holder.entity === "commitment" ? { commitmentId: holder.id, parentId: null } : { parentId: holder.id };
}

function lastIn(holder: OutlineLine, line: OutlineLine): Place {
  const last = siblingsOf(line, holder.children).at(-1);
  return last ? { after: last.id } : {};
}
