import { z } from "zod";
import { addressOf, oneValueSchema } from "#lib/record/addresses/schema.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { progressStatuses, type Progress } from "#lib/reporting/schema.ts";

/** What may stand in the filter for progress; "not_reported": no accepted update. */
export const filteredStatuses = [...progressStatuses, "not_reported"] as const;

/** Which commitments of a plan are shown; null and false: all. */
export interface PlanFilters {
  status: Progress | "not_reported" | null;
  /** Slug of an organisation that leads or takes part. */
  agency: string | null;
  /** Code of a thematic area. */
  area: string | null;
  sdg: number | null;
  overdue: boolean;
}

const code = oneValueSchema.pipe(z.string().regex(/^[a-z0-9_-]{1,100}$/)).nullable().catch(null);

const filtersSchema = z.object({
  status: oneValueSchema.pipe(z.enum(filteredStatuses)).nullable().catch(null),
  agency: code,
  area: code,
  sdg: oneValueSchema.pipe(z.string().regex(/^([1-9]|1[0-7])$/)).transform(Number).nullable().catch(null),
  overdue: oneValueSchema.pipe(z.enum(["yes"])).transform(() => true).catch(false),
});

/** The address, without language, of a page of what the filters leave of a plan. */
export function planAddress(slug: string, filters: PlanFilters, page = 1): string {
  return addressOf(`/plans/${slug}`, { ...filters, overdue: filters.overdue ? "yes" : null, page });
}

/** The filters in an address; unknown parameters and values are as if they were not there. */
export function parseFilters(query: Record<string, string | string[] | undefined>): PlanFilters {
  return filtersSchema.parse({ ...query });
}

/** What the filters of one plan can choose from. */
export interface FilterChoices {
  agencies: readonly { slug: string }[];
  areas: readonly { code: string }[];
  sdgs: readonly { number: number }[];
}

interface Choosable<A, T, G> {
  agencies: readonly A[];
  areas: readonly T[];
  sdgs: readonly G[];
}

/** What the commitments can be chosen by, each once: organisations as they first appear, areas by their place, SDGs by their number. */
export function choicesAmong<A extends { slug: string }, T extends { code: string; position: number }, G extends { number: number }>(commitments: readonly Choosable<A, T, G>[]) {
  return {
    agencies: once(commitments.flatMap(({ agencies }) => agencies), ({ slug }) => slug),
    areas: once(commitments.flatMap(({ areas }) => areas), (area) => area.code).sort((a, b) => a.position - b.position),
    sdgs: once(commitments.flatMap(({ sdgs }) => sdgs), ({ number }) => number).sort((a, b) => a.number - b.number),
  };
}

function once<T, K>(items: readonly T[], key: (item: T) => K): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

/** Drops what the plan has nothing of, so that an old or a wrong address shows the whole plan instead of nothing. */
export function knownFilters(filters: PlanFilters, choices: FilterChoices): PlanFilters {
  return {
    ...filters,
    agency: choices.agencies.some(({ slug }) => slug === filters.agency) ? filters.agency : null,
    area: choices.areas.some(({ code }) => code === filters.area) ? filters.area : null,
    sdg: choices.sdgs.some(({ number }) => number === filters.sdg) ? filters.sdg : null,
  };
}

/** Lines on one page of a plan; hardly any has more. */
export const planPageSize = 200;

interface PagedPart<C> {
  commitments: readonly C[];
  children: readonly PagedPart<C>[];
}

/**
 * One page of what a plan holds, in its order; a line is a commitment, or a part that holds nothing. Parts stay around what they hold, on each
 * of the pages it takes; a plan that fits on one page stays as it is.
 */
export function planPageOf<C, P extends { commitments: C[]; children: P[] }>(held: { loose: readonly C[]; parts: readonly P[] }, wanted: number, size = planPageSize) {
  const { page, pages, window } = pageOf(held.loose.length + countLines(held.parts), size, wanted);
  let line = 0;
  const isShown = () => {
    line += 1;
    return line > window.skip && line <= window.skip + window.take;
  };
  const cut = (part: P): P[] => {
    const stays = part.commitments.length + part.children.length === 0 && isShown();
    const [commitments, children] = [part.commitments.filter(isShown), part.children.flatMap(cut)];
    return stays || commitments.length + children.length > 0 ? [{ ...part, commitments, children }] : [];
  };
  return { page, pages, loose: held.loose.filter(isShown), parts: held.parts.flatMap(cut) };
}

function countLines(parts: readonly PagedPart<unknown>[]): number {
  return parts.reduce((sum, { commitments, children }) => sum + Math.max(1, commitments.length + countLines(children)), 0);
}

/** True when any filter is set. */
export function isFiltered(filters: PlanFilters): boolean {
  return filters.overdue || [filters.status, filters.agency, filters.area, filters.sdg].some((value) => value !== null);
}

interface FilteredLine {
  standing: { progress: Progress | null; overdueMonths: number | null };
  agencies: readonly string[];
}

interface FilteredCommitment extends FilteredLine {
  areas: readonly string[];
  sdgs: readonly number[];
  milestones: readonly FilteredLine[];
}

/** A commitment is shown when it, or one of its milestones, is all that is asked for; areas and SDGs are the commitment's. */
export function matchesFilters(commitment: FilteredCommitment, filters: PlanFilters): boolean {
  if (filters.area !== null && !commitment.areas.includes(filters.area)) return false;
  if (filters.sdg !== null && !commitment.sdgs.includes(filters.sdg)) return false;
  return [commitment, ...commitment.milestones].some((line) => matchesLine(line, filters));
}

/** True when the commitment as a whole, or the milestone, has the status, the agency and the delay asked for. */
export function matchesLine(line: FilteredLine, { status, agency, overdue }: PlanFilters): boolean {
  if (status !== null && (line.standing.progress ?? "not_reported") !== status) return false;
  if (agency !== null && !line.agencies.includes(agency)) return false;
  return !overdue || line.standing.overdueMonths !== null;
}
