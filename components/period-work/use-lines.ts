"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { OrganisationWork, PeriodWork, WorkItem } from "#lib/boards/period-work/queries.ts";
import { nextLine, standingOf, type LineStanding } from "#lib/boards/period-work/rules.ts";
import type { Keeping } from "#components/forms/keeper.ts";
import { readUpdate } from "./kept-update.ts";
import { saidOf, valuesOf } from "./update-values.ts";

/** What a mounted form says of its line. */
export interface LiveLine {
  standing: LineStanding;
  savedAt: Date | null;
  keeping: Keeping;
  /** Saves what waits; the draft to send, or null when it could not be saved. */
  flush: () => Promise<{ id: string; version: number } | null>;
}

/** One line of the list as it stands. `editable`: its organisation may report, and it does not lie with the Secretariat. */
export interface Line {
  id: string;
  item: WorkItem;
  organisation: Pick<OrganisationWork, "id" | "name">;
  standing: LineStanding;
  savedAt: Date | null;
  editable: boolean;
}

function lineOf(item: WorkItem, organisation: OrganisationWork, live: LiveLine | undefined, now: Date): Line {
  const { subject, working } = item;
  const said = working && saidOf(valuesOf(subject, working), working.evidence);
  const standing = live?.standing ?? standingOf(working?.status ?? null, said, subject, { accepted: subject.accepted !== null, now });
  return { id: subject.id, item, organisation, standing, savedAt: live ? live.savedAt : (working?.savedAt ?? null), editable: organisation.open && working?.status !== "submitted" };
}

function toSummary(id: string): void {
  const line = document.getElementById(`line-${id}`);
  line?.scrollIntoView({ block: "start" });
  line?.querySelector("summary")?.focus({ preventScroll: true });
}

/** Which lines are open, which have a form, and where each stands. A form is made when its line is first opened, and stays. */
export function useLines(work: PeriodWork, owner: string, opened: readonly string[], now: Date) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(opened));
  const [formed, setFormed] = useState<ReadonlySet<string>>(() => new Set(opened));
  const [live, setLive] = useState<ReadonlyMap<string, LiveLine>>(() => new Map());
  const lines = useMemo(
    () => work.organisations.flatMap((organisation) => organisation.commitments.flatMap(({ items }) => items.map((item) => lineOf(item, organisation, live.get(item.subject.id), now)))),
    [work, live, now],
  );
  const ids = useMemo(() => work.organisations.flatMap(({ commitments }) => commitments.flatMap(({ items }) => items.map(({ subject }) => subject.id))), [work]);

  const show = useCallback((which: readonly string[], shown: boolean) => {
    const change = (before: ReadonlySet<string>) => (shown ? new Set([...before, ...which]) : new Set([...before].filter((id) => !which.includes(id))));
    setOpen(change);
    if (shown) setFormed(change);
  }, []);
  const onLive = useCallback((id: string, said: LiveLine | null) => {
    setLive((before) => {
      const after = new Map(before);
      if (said) after.set(id, said);
      else after.delete(id);
      return after;
    });
  }, []);
  const current = useRef(lines);
  useEffect(() => {
    current.current = lines;
  }, [lines]);
  const onNext = useCallback((id: string) => {
    const list = current.current.map((line) => ({ id: line.id, state: line.standing.state, editable: line.editable }));
    const next = nextLine(list.filter((line) => line.editable || line.id === id), id);
    show([id], false);
    if (!next) return document.getElementById("before-sending")?.focus();
    show([next.id], true);
    requestAnimationFrame(() => toSummary(next.id));
  }, [show]);

  useEffect(() => {
    const kept = ids.filter((id) => readUpdate(owner, work.period.id, id));
    if (kept.length === 0) return;
    // What an earlier visit could not save goes on from here.
    const frame = requestAnimationFrame(() => show(kept, true));
    return () => cancelAnimationFrame(frame);
  }, [ids, owner, work.period.id, show]);

  useEffect(() => {
    const [first] = opened;
    if (first) toSummary(first);
  }, [opened]);

  return {
    lines, open, formed, show, onLive, onNext,
    openAll: (shown: boolean) => show(ids, shown),
    /** The forms of these lines go, and with them what they know; the next ones begin from the page. */
    unform: (which: readonly string[]) => {
      show(which, false);
      setFormed((before) => new Set([...before].filter((id) => !which.includes(id))));
    },
    goTo: (id: string) => {
      show([id], true);
      requestAnimationFrame(() => toSummary(id));
    },
    live,
  };
}
