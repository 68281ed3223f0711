import { isBlank, locales, type Localized } from "#lib/record/localized/schema.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { snapshotFormat, snapshotSchema, type Snapshot, type SnapshotMilestone, type SnapshotSection } from "#lib/reports/snapshots/schema.ts";
import { firstSnapshotFormat, firstSnapshotSchema, type FirstMilestone, type FirstSnapshot } from "./schema.ts";

/**
 * A frozen report from its bytes, whatever format it was published in, as the newest format has it. The bytes stay what they are.
 * Throws FORMAT_UNKNOWN for a format that a later release has written.
 */
export function readSnapshot(json: string): Snapshot {
  const value: unknown = JSON.parse(json);
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : null;
  if (format === snapshotFormat) return snapshotSchema.parse(value);
  if (format === firstSnapshotFormat) return upgraded(firstSnapshotSchema.parse(value));
  throw new DomainError("FORMAT_UNKNOWN");
}

/** What the first format does not have was not asked then: it is not there, and never filled in. */
function upgraded({ report, commitments, comments, ...rest }: FirstSnapshot): Snapshot {
  const { introduction, conclusions, ...own } = report;
  return {
    ...rest, format: snapshotFormat, report: own, sections: sectionsOf(introduction, conclusions, comments !== null), events: [], crosswalk: null,
    commitments: commitments.map((commitment) => ({ ...subjectOf(commitment), narrative: null, milestones: commitment.milestones.map(milestoneOf) })),
    comments: comments && { ...comments, published: comments.published.map((comment) => ({ ...comment, sectionKey: null })) },
  };
}

/** Conclusions came first in that format, before the figures they are drawn from; there was no account of the process. */
function sectionsOf(introduction: Localized | null, conclusions: Localized | null, annexes: boolean): SnapshotSection[] {
  const section = (kind: SnapshotSection["kind"], text: Localized | null = null) => ({ key: kind, kind, heading: null, body: paragraphsOf(text) });
  return [section("summary", conclusions), section("introduction", introduction), section("commitments"), ...(annexes ? [section("annexes")] : [])];
}

/** A plain text per language as a rich one; null when there is none. */
export function paragraphsOf(text: Localized | null): LocalizedRichText | null {
  if (isBlank(text)) return null;
  return Object.fromEntries(locales.flatMap((locale) => {
    const rich = richTextOf(text?.[locale] ?? "");
    return rich ? [[locale, rich]] : [];
  }));
}

const notAsked = { irm: { completion: null, verifiable: null, potential: null, earlyResults: null }, answer: null };

function subjectOf<S extends Pick<FirstMilestone, "assessments">>(subject: S) {
  return { ...subject, assessments: subject.assessments.map((assessment) => ({ ...assessment, ...notAsked })) };
}

function milestoneOf(milestone: FirstMilestone): SnapshotMilestone {
  return { ...subjectOf(milestone), milestones: milestone.milestones.map(milestoneOf) };
}
