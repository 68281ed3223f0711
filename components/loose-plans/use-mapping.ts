"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { MappedImport } from "#lib/imports/schema.ts";
import { mappingSchema, type Mapping } from "#lib/imports/loose-plans/schema.ts";
import { now } from "#lib/platform/clock.ts";
import type { Answer } from "#lib/platform/answers.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";

/** What the screen asks of the server. */
export interface MappingDoors {
  save: (input: MappedImport) => Promise<Answer<{ version: number }>>;
  finish: (input: MappedImport) => Promise<Answer<{ id: string }>>;
}

interface Options {
  importId: string;
  version: number;
  first: Mapping;
  doors: MappingDoors;
}

const pauseMs = 1_000;
const unavailable = { ok: false, code: "UNAVAILABLE" } as const;

/** The mapping as it is on the screen, kept on the server a moment after each change; one request at a time. */
export function useMapping({ importId, version, first, doors }: Options) {
  const [mapping, setMapping] = useState(first);
  const [state, setState] = useState<{ saving: boolean; savedAt: Date | null; code?: ErrorCode | undefined }>({ saving: false, savedAt: null });
  const held = useRef({ version, latest: first, saved: first, running: Promise.resolve(true) });

  const flush = useCallback((): Promise<boolean> => {
    const send = async () => {
      const { latest, saved, version: known } = held.current;
      if (latest === saved || !mappingSchema.safeParse(latest).success) return latest === saved;
      setState((before) => ({ ...before, saving: true }));
      const answer = await doors.save({ importId, version: known, mapping: latest }).catch(() => unavailable);
      if (answer.ok) held.current = { ...held.current, version: answer.value.version, saved: latest };
      setState((before) => ({ saving: false, savedAt: answer.ok ? now() : before.savedAt, code: answer.ok ? undefined : answer.code }));
      return answer.ok;
    };
    held.current.running = held.current.running.then(send);
    return held.current.running;
  }, [doors, importId]);

  useEffect(() => {
    if (mapping === held.current.saved) return;
    const timer = setTimeout(() => void flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [mapping, flush]);

  const change = useCallback((edit: (before: Mapping) => Mapping) => {
    held.current.latest = edit(held.current.latest);
    setMapping(held.current.latest);
  }, []);

  /** The id of the import, when its preview is ready. */
  const finish = async (): Promise<string | null> => {
    await held.current.running;
    const answer = await doors.finish({ importId, version: held.current.version, mapping: held.current.latest }).catch(() => unavailable);
    setState((before) => ({ ...before, code: answer.ok ? undefined : answer.code }));
    return answer.ok ? answer.value.id : null;
  };

  return { mapping, change, finish, ...state };
}
