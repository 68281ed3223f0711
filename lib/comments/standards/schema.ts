import { z } from "zod";
import { oneValueSchema } from "#lib/record/addresses/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { EventKind, Sector } from "#lib/process/schema.ts";

/**
 * What can be measured of the minimum requirements of OGP's Participation & Co-Creation Standards (approved by its Steering
 * Committee on 24 November 2021, in force since 1 January 2022). 1.1 a space for dialogue meets regularly; 2.1 a public site;
 * 2.2 a repository with evidence that is kept up to date; 4 contributors hear what became of what they said; 5.1 results
 * are presented to civil society.
 */
export const requirements = ["1.1", "2.1", "2.2", "4", "5.1"] as const;
export type Requirement = (typeof requirements)[number];

export const standardsSource = "https://www.opengovpartnership.org/ogp-participation-co-creation-standards/";

/** How often, as the Standards say it; where OGP or a country asks for more, change it here. */
export const frequencies = {
  inForceSince: "2022-01-01",
  /** 1.1: at least every six months. */
  forumMonths: 6,
  /** 2.2: at least twice a year. */
  repositoryUpdates: 2,
  /** 5.1: at least two meetings every year. */
  resultsMeetings: 2,
} as const;

/** Days for a reasoned response where no plan sets how long its consultations last; OGP names no number. */
export const defaultResponseDays = 14;

/** What may count as a meeting of the space for dialogue when the group that met is a forum. */
export const forumKinds: readonly EventKind[] = ["forum_meeting", "working_group_meeting", "results_meeting"];

/** not_computed: what is on record does not tell yet; `because` says why. */
export const verdicts = ["met", "not_met", "not_computed"] as const;
export type Verdict = (typeof verdicts)[number];

/** A public event of the process. */
export interface LoggedEvent {
  slug: string;
  kind: EventKind;
  title: Localized;
  /** Calendar days; null: no source states the day. */
  startsOn: string | null;
  endsOn: string | null;
  cancelled: boolean;
  /** It is a meeting of a group that is the forum itself. */
  ofForum: boolean;
  presentsResults: boolean;
  /** Of those who came. */
  sectors: readonly Sector[];
}

/** Something with evidence that was added to the public record on a day. */
export interface Publication {
  /** Calendar day in Tbilisi. */
  on: string;
  kind: "update" | "assessment" | "report";
  /** Of the commitment or of the report. */
  title: Localized | null;
  number: string | null;
  /** Permanent address without language. */
  path: string;
}

/** What somebody said and is owed a response to. Days are calendar days in Tbilisi. */
export interface Contribution {
  kind: "comment" | "recommendation";
  receivedOn: string;
  /** How many days the response may take. */
  days: number;
  answeredOn: string | null;
  /** Null: not public yet, as it waits for a moderator. */
  path: string | null;
  /** What it is about: a commitment, a report, a meeting. */
  about: Localized | null;
}

/** A published plan of the Secretariat, or a period in which it was reported on. Partial dates. */
export interface Running {
  startsOn: string;
  endsOn: string;
}

/** Everything that the requirements are computed from. */
export interface StandardsRecord {
  plans: readonly { slug: string; title: Localized }[];
  running: readonly Running[];
  /** The first day on which a plan of the Secretariat stood on this site; null: none does. */
  onSiteSince: string | null;
  events: readonly LoggedEvent[];
  publications: readonly Publication[];
  contributions: readonly Contribution[];
}

/** A record that proves a figure, with the day that counts. */
export interface Proof {
  kind: "event" | "publication" | "contribution" | "plan";
  /** Null: nothing that is public to lead to. */
  path: string | null;
  title: Localized | null;
  number: string | null;
  on: string | null;
  /** A publication's or contribution's kind. */
  of: Publication["kind"] | Contribution["kind"] | null;
  /** Contributions: the response's day, and by when it was due. */
  answeredOn: string | null;
  dueOn: string | null;
}

/** By when something must happen. `daysOver`: whole days since that day ended; null: it has not. */
export interface NextDate {
  on: string;
  daysOver: number | null;
  /** What is announced and would do. */
  announced: Proof | null;
}

/** What is to be said of one requirement in one year. */
export interface Finding {
  requirement: Requirement;
  year: number;
  verdict: Verdict;
  /** Key of the sentence. */
  because: string;
  /** How many count; 2.2 counts days, 4 those that were answered. */
  count: number;
  /** How many are asked for; 4: how many were received; null: not a number. */
  needed: number | null;
  /** The day that the sentence speaks of; null: it speaks of none. */
  day: string | null;
  proof: Proof[];
  /** What looks alike and does not count, or still waits. */
  beside: Proof[];
  /** Only for the current year. */
  next: NextDate | null;
}

/** The year in an address; null: the current one. */
export const yearSchema = oneValueSchema.pipe(z.string().regex(/^20\d\d$/)).transform(Number).nullable().catch(null);
