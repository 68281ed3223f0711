import { db } from "#lib/platform/db/client.ts";
import { readSnapshot } from "#lib/reports/snapshot-formats/rules.ts";
import { findSection, type NamedSection } from "#lib/reports/snapshots/rules.ts";

/** A section of a published version, with the version it was found in. */
export interface CommentedSection extends NamedSection {
  version: { id: string; number: number };
}

/** The section of a report's newest version, or of the one named, that a comment is or would be about; null when it has none such. */
export async function findCommentedSection(reportId: string, key: string, versionId?: string | null): Promise<CommentedSection | null> {
  const version = await db().reportVersion.findFirst({
    where: { reportId, ...(versionId ? { id: versionId } : {}) }, orderBy: { number: "desc" }, select: { id: true, number: true, snapshot: true },
  });
  const section = version && findSection(readSnapshot(version.snapshot), key);
  return section && { ...section, version: { id: version.id, number: version.number } };
}
