import type { Localized } from "#lib/record/localized/schema.ts";
import type { Progress } from "#lib/reporting/schema.ts";

/** Each has its sentence in `open-data.feeds.sentences`. */
export const feedKinds = [
  "updates", "assessments", "independent", "reportConsultation", "reportFinal", "reportCorrected", "planConsultation", "planAdopted", "planClosed", "amendments", "events", "eventCancelled", "answers",
] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Something new, as feeds and mails tell of it. */
export interface FeedEntry {
  /** The same for ever. */
  id: string;
  at: Date;
  kind: FeedKind;
  /** Under what a mail gathers it: the plan, and the commitment in it; of a meeting on no single plan, neither. */
  plan: { slug: string; title: Localized | null } | null;
  commitment: { slug: string; number: string; title: Localized | null } | null;
  /** What it is about, by its name. */
  about: Localized | null;
  /** Its number, of a commitment or milestone. */
  number: string | null;
  by: Localized | null;
  summary: Localized | null;
  /** What the agency says that stands; of an update. */
  progress: Progress | null;
  /** What an assessor judges; of an assessment, null where it is on IRM's scale alone. */
  grade: Localized | null;
  /** Last calendar day on which comments are taken; of a consultation, where it is stated. */
  until: string | null;
  url: { ka: string; en: string };
}

/** Which entries: from an instant on (included), up to another (not included), and at most how many. */
export interface FeedWindow {
  since?: Date;
  until?: Date;
  most?: number;
}
