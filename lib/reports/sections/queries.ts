import type { Actor } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { canComposeReport } from "./policy.ts";

/** What is written in one section of a report, by whom and when. */
export interface WrittenSection {
  key: string;
  /** Of a section of the Secretariat's own; null for every other. */
  heading: Localized | null;
  body: LocalizedRichText | null;
  /** What the next save has to name. */
  version: number;
  savedAt: Date;
  savedBy: string;
}

type Row = { key: string; heading: unknown; body: unknown; version: number; savedAt: Date; actorName: string };

function view({ key, heading, body, version, savedAt, actorName }: Row): WrittenSection {
  return { key, heading: (heading ?? null) as Localized | null, body: (body ?? null) as LocalizedRichText | null, version, savedAt, savedBy: actorName };
}

/** Everything that is written in a report, commitments' narratives too. For pages and commands that have checked the right to it. */
export async function listSections(reportId: string): Promise<WrittenSection[]> {
  const rows = await db().reportSection.findMany({ where: { reportId }, orderBy: [{ savedAt: "asc" }, { key: "asc" }] });
  return rows.map(view);
}

/** One section as its writer opens it; `section` null: nothing is written yet. Null outside the reports that the actor composes. */
export async function getSection(actor: Actor, reportId: string, key: string): Promise<{ section: WrittenSection | null } | null> {
  const report = isId(reportId)
    ? await db().report.findUnique({ where: { id: reportId }, select: { plan: { select: { secretariatId: true } }, sections: { where: { key } } } })
    : null;
  if (!report || !canComposeReport(actor, report.plan)) return null;
  const [row] = report.sections;
  return { section: row ? view(row) : null };
}
