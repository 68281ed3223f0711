import { z } from "zod";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { NamedSection } from "#lib/reports/snapshots/rules.ts";
import type { ReportStage } from "#lib/reports/snapshots/schema.ts";
import type { FactChange } from "#lib/reports/subject-comparisons/schema.ts";

const number = z.coerce.number().int().positive().max(999_999).optional().catch(undefined);

/** The versions that an address asks to compare: `?from=1&to=2`; what it leaves out or misspells is the default. */
export const comparedVersionsSchema = z.object({ from: number, to: number });
export type ComparedVersions = z.infer<typeof comparedVersionsSchema>;

/** Whether something came in, went out, or says something else. */
export type ChangeState = "added" | "removed" | "changed";

/** `body` and `heading` null: unchanged. Of a section that came or went, its texts are those of the version that has it. */
export interface SectionChange {
  section: NamedSection;
  state: ChangeState;
  heading: { before: Localized | null; after: Localized | null } | null;
  body: { before: Localized | null; after: Localized | null } | null;
}

export interface SubjectChange {
  id: string;
  kind: "commitment" | "milestone";
  number: string;
  title: Localized | null;
  /** Of the commitment that it is or belongs to, for its anchor. */
  slug: string;
  state: ChangeState;
  facts: FactChange[];
}

export interface EventChange {
  id: string;
  slug: string;
  title: Localized;
  startsOn: string;
  state: ChangeState;
  facts: FactChange[];
}

/** A count that changed. `status` null: not reported; `grade` null: not assessed. */
export type FigureChange = { of: "commitments" | "milestones"; before: number; after: number } & ({ axis: "total" } | { axis: "progress"; status: Progress | null } | { axis: "fulfilment"; grade: Localized | null; rank: number });

/** One version as a comparison names it. */
export interface ComparedVersion {
  number: number;
  stage: ReportStage;
  /** ISO 8601. */
  publishedAt: string;
}

/** What is different in the newer of two versions of a report; what is empty or null is the same. */
export interface ReportComparison {
  before: ComparedVersion;
  after: ComparedVersion;
  title: { before: Localized; after: Localized } | null;
  sections: SectionChange[];
  /** The sections that both have, where they stand in another order. */
  order: { before: NamedSection[]; after: NamedSection[] } | null;
  figures: FigureChange[];
  plan: FactChange[];
  subjects: SubjectChange[];
  events: EventChange[];
  /** Published comments that only the newer version carries. */
  comments: number;
}
