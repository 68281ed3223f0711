import { reasonsFor, submissionProblems, type ReasonsFor, type SubmittedUpdate } from "#lib/reporting/rules.ts";
import type { Progress, UpdateStatus } from "#lib/reporting/schema.ts";
import type { PartialDate } from "#lib/record/terms/schema.ts";

/** Where the report on one subject stands for who writes it. `missing`: a draft that cannot be sent yet. */
export type LineState = "none" | "missing" | "ready" | "returned" | "sent" | "accepted";

/** What a draft still lacks. `source`: a piece of evidence does not say which promised source it is. */
export type MissingPart = "progress" | "result" | "reasons" | "evidence" | "source";

/** What is asked about one line, beside its words. */
export interface LineSubject {
  due: PartialDate | null;
  sourceIds: readonly string[];
  reachable: readonly Progress[];
}

/** Where a line stands: its state, what is missing, why reasons are asked for, and which promised sources have no evidence yet. */
export interface LineStanding {
  state: LineState;
  missing: MissingPart[];
  why: ReasonsFor | null;
  unmet: string[];
}

/** The standing of what is said now (null: nothing), by the rules that decide when it is sent. `status`: null while nothing is saved. */
export function standingOf(status: UpdateStatus | null, said: SubmittedUpdate | null, subject: LineSubject, { accepted, now }: { accepted: boolean; now: Date }): LineStanding {
  if (status === null || !said) return { state: accepted ? "accepted" : "none", missing: [], why: null, unmet: [] };
  const problems = submissionProblems(said, { ...subject, hasSources: subject.sourceIds.length > 0 }, now);
  const missing = [...new Set(Object.keys(problems?.fields ?? {}).map(partOf))];
  const unmet = said.noProgress ? [] : subject.sourceIds.filter((id) => said.evidence.every((piece) => piece.verificationSourceId !== id));
  const state = status === "submitted" ? "sent" : status === "returned" ? "returned" : missing.length ? "missing" : "ready";
  return { state, missing, why: reasonsFor(said, subject.due, now), unmet };
}

function partOf(field: string): MissingPart {
  if (field.startsWith("evidence.")) return "source";
  return field as MissingPart;
}

/** The line to go on with: the next one after this that still asks for something, from the top again at the end; null when none does. */
export function nextLine<T extends { id: string; state: LineState }>(lines: readonly T[], id: string): T | null {
  const at = lines.findIndex((line) => line.id === id) + 1;
  const asks: readonly LineState[] = ["none", "missing", "returned"];
  return [...lines.slice(at), ...lines.slice(0, at)].find((line) => line.id !== id && asks.includes(line.state)) ?? null;
}
