import type { Locale, Localized } from "#lib/record/localized/schema.ts";
import type { Snapshot, SnapshotEvidence } from "#lib/reports/snapshots/schema.ts";
import { makeKey } from "#lib/sheets/keys.ts";
import { placesOf } from "./table-cells.ts";

/** Whose proof a piece is, and of what; what does not apply is null. */
export interface BelongsTo {
  commitment: { slug: string; number: string; title: Localized | null } | null;
  milestone: { number: string; title: Localized } | null;
  /** Whose word it stands behind: the agency's report, the Secretariat's assessment, an independent one. */
  voice: "agency" | "secretariat" | "independent" | null;
  organisation: Localized | null;
  event: { slug: string; title: Localized; startsOn: string | null } | null;
  recommendation: number | null;
}

/** A piece of evidence as the report names it; `path` is where its file goes in the pack, null for a link. */
export interface PackedEvidence extends SnapshotEvidence {
  path: string | null;
  belongsTo: BelongsTo;
  /** When what it proves was accepted or published, ISO 8601; null: the report states no moment. */
  publishedAt: string | null;
  /** The promised means of verification that it is. */
  source: Localized | null;
}

const nobody: BelongsTo = { commitment: null, milestone: null, voice: null, organisation: null, event: null, recommendation: null };

type Unplaced = Omit<PackedEvidence, "path"> & { folder: string; prefix: string };

function ofTheRecord(snapshot: Snapshot): Unplaced[] {
  return placesOf(snapshot).flatMap(({ commitment, milestone }) => {
    const subject = milestone ?? commitment;
    const { update, assessments, verificationSources } = subject;
    const voices = [
      ...(update ? [{ ...update, voice: "agency" as const, publishedAt: update.acceptedAt }] : []),
      ...assessments,
    ];
    const belongsTo = {
      ...nobody, commitment: { slug: commitment.slug, number: commitment.number, title: commitment.title }, milestone: milestone && { number: milestone.number, title: milestone.title },
    };
    return voices.flatMap(({ voice, organisation, publishedAt, evidence }) =>
      evidence.map((piece) => ({
        ...piece, publishedAt, source: verificationSources.find(({ id }) => id === piece.verificationSourceId)?.text ?? null, belongsTo: { ...belongsTo, voice, organisation: organisation.name },
        folder: numbered(commitment.number, commitment.slug), prefix: `${plainNumber(subject.number)}_${voice}`,
      })),
    );
  });
}

function ofTheProcess({ events }: Snapshot): Unplaced[] {
  return events.flatMap(({ slug, title, startsOn, evidence, recommendations }) => {
    const belongsTo = { ...nobody, event: { slug, title, startsOn } };
    const folder = `events/${makeKey(slug, new Set())}`;
    return [
      ...evidence.map((piece) => ({ ...piece, publishedAt: null, source: null, belongsTo, folder, prefix: "event" })),
      ...recommendations.flatMap(({ number, addressee, fulfilment }) =>
        (fulfilment?.evidence ?? []).map((piece) => ({
          ...piece, publishedAt: null, source: null, belongsTo: { ...belongsTo, recommendation: number, organisation: addressee.name }, folder, prefix: `recommendation-${number}`,
        })),
      ),
    ];
  });
}

/** A number as it may stand in a file's name: "5.1" stays. */
function plainNumber(number: string): string {
  return number.split(/[./\\]/).filter(Boolean).map((step) => makeKey(step, new Set())).join(".") || "x";
}

/** "5_zugdidi-5": numbers begin again in each part of a plan, slugs do not. */
function numbered(number: string, slug: string): string {
  return `${plainNumber(number)}_${makeKey(slug, new Set())}`;
}

/** `.pdf`; nothing for a name without an ending. */
function endingOf(fileName: string | null): string {
  return /\.[a-z0-9]{1,8}$/i.exec(fileName ?? "")?.[0].toLowerCase() ?? "";
}

/**
 * Every piece of evidence that a version names, in its order, each file with a name of its own in Latin letters, so that it
 * can be unpacked and checked anywhere; what it is called is in the manifest.
 */
export function packedEvidence(snapshot: Snapshot): PackedEvidence[] {
  const taken = new Set<string>();
  return [...ofTheRecord(snapshot), ...ofTheProcess(snapshot)].map(({ folder, prefix, ...piece }) => {
    if (piece.kind === "link") return { ...piece, path: null };
    const name = makeKey(piece.title ?? (piece.fileName ?? "").replace(/\.[^.]*$/, ""), new Set());
    let path = "";
    for (let count = 1; path === "" || taken.has(path); count += 1) path = `evidence/${folder}/${prefix}_${name}${count > 1 ? `-${count}` : ""}${endingOf(piece.fileName)}`;
    taken.add(path);
    return { ...piece, path };
  });
}

/** A title for the manifest's table: the administrative language's first. */
export function oneText(value: Localized | null | undefined, order: readonly Locale[]): string {
  return order.map((locale) => value?.[locale]).find(Boolean) ?? "";
}
