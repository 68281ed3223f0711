"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Answer } from "#lib/platform/answers.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { Outcome, SayNoProgressInput } from "#lib/boards/period-work/schema.ts";
import type { Doors } from "./doors.ts";
import type { Line, useLines } from "./use-lines.ts";

/** What became of what was sent or said: the ids of lines that went, and those that did not with the code why. */
export interface Report {
  kind: "sent" | "noProgress";
  went: string[];
  kept: { id: string; code: ErrorCode }[];
  /** Counts up, so that a second report takes the focus again. */
  number: number;
}

const unavailable = { ok: false, code: "UNAVAILABLE", fieldErrors: {} } as const;

/** Sends all that is ready, and says "no progress" of several; each line by itself, and what became of each is told. */
export function useSending(lines: readonly Line[], { live, unform }: Pick<ReturnType<typeof useLines>, "live" | "unform">, doors: Doors, periodId: string) {
  const router = useRouter();
  const [running, start] = useTransition();
  const [report, setReport] = useState<Report | null>(null);

  const tell = (kind: Report["kind"], answer: Answer<Outcome[]>, lineOf: ReadonlyMap<string, string>, unsaved: string[]) => {
    const outcomes = answer.ok ? answer.value : [...lineOf.keys()].map((id) => ({ id, answer }));
    const named = outcomes.map((outcome) => ({ id: lineOf.get(outcome.id) ?? "", answer: outcome.answer }));
    const went = named.flatMap(({ id, answer: one }) => (one.ok ? [id] : []));
    const kept = [...named.flatMap(({ id, answer: one }) => (one.ok ? [] : [{ id, code: one.code }])), ...unsaved.map((id) => ({ id, code: "UNAVAILABLE" as const }))];
    setReport((before) => ({ kind, went, kept, number: (before?.number ?? 0) + 1 }));
    unform(went);
    router.refresh();
  };
  const sendReady = () =>
    start(async () => {
      const drafts = new Map<string, { lineId: string; version: number }>();
      const unsaved: string[] = [];
      for (const { id, item } of lines.filter(({ editable, standing }) => editable && standing.state === "ready")) {
        const form = live.get(id);
        const draft = form ? await form.flush() : item.working;
        if (draft) drafts.set(draft.id, { lineId: id, version: draft.version });
        else unsaved.push(id);
      }
      const updates = [...drafts].map(([updateId, { version }]) => ({ updateId, version }));
      const answer: Answer<Outcome[]> = updates.length ? await doors.send({ updates }).catch(() => unavailable) : { ok: true, value: [] };
      tell("sent", answer, new Map([...drafts].map(([updateId, { lineId }]) => [updateId, lineId])), unsaved);
    });
  const sayNoProgress = async (input: Omit<SayNoProgressInput, "periodId">): Promise<Answer<Outcome[]>> => {
    const answer = await doors.noProgress({ ...input, periodId }).catch(() => unavailable);
    const ids = input.subjects.map(({ milestoneId, commitmentId }) => milestoneId ?? commitmentId);
    if (answer.ok) start(() => tell("noProgress", answer, new Map(ids.map((id) => [id, id])), []));
    return answer;
  };
  return { sendReady, sayNoProgress, running, report };
}
