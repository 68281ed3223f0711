"use client";

import { useRef, useState } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import type { Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { useActionForm } from "./use-action-form.ts";

/** What a save answers, and what the next one has to name. */
export interface Saved {
  id: string;
  version: number;
}

/** Where a record stands; `id` and `version` are null before its first save. */
export interface Standing {
  id: string | null;
  version: number | null;
  savedAt: Date | null;
}

interface Options<Other extends string, Input extends FieldValues, Output, Theirs extends Saved> {
  schema: z.ZodType<Output, Input>;
  defaults: DefaultValues<Input>;
  /** The record as it was opened; null: a new one. */
  record: (Saved & { savedAt: Date }) | null;
  /** What a button sends; the record's id and version are in `input` already. */
  send: (intent: "save" | Other, input: Output) => Promise<Answer<Saved>>;
  /** What somebody else saved meanwhile; null: nothing. */
  load: (id: string | null) => Promise<Answer<Theirs | null>>;
  /** `first`: there was no record before. */
  onSaved: (intent: "save" | Other, saved: Saved, first: boolean) => void;
}

/**
 * The form of a record of which every save names the version that it changes: what is typed, what is saved, and what somebody
 * else saved meanwhile (null: nothing), so that nothing is lost when they were faster.
 */
export function useVersionedForm<Other extends string, Input extends FieldValues, Output extends object, Theirs extends Saved & { savedAt: Date }>(
  { schema, defaults, record, send, load, onSaved }: Options<Other, Input, Output, Theirs>,
) {
  const element = useRef<HTMLFormElement>(null);
  const intent = useRef<"save" | Other>("save");
  const [{ id, version, savedAt }, setStanding] = useState<Standing>(record ?? { id: null, version: null, savedAt: null });
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const actionForm = useActionForm<Input, Output, Saved>({
    schema, defaults,
    action: async (output) => {
      const answer = await send(intent.current, { ...output, id, version });
      if (!answer.ok && answer.code === "CONFLICT") {
        const loaded = await load(id);
        setTheirs(loaded.ok && loaded.value?.version !== version ? loaded.value : null);
      }
      return answer;
    },
    onDone: (saved) => {
      form.reset(form.getValues());
      setTheirs(null);
      setStanding({ ...saved, savedAt: now() });
      onSaved(intent.current, saved, id === null);
    },
  });
  const { form } = actionForm;
  return {
    ...actionForm, element, savedAt, theirs,
    /** Sends the form as a button means it. The form has no button of its own, so that Enter in a field never publishes. */
    press: (pressed: "save" | Other) => () => {
      intent.current = pressed;
      element.current?.requestSubmit();
    },
    /** The next save names the version that was found, and so replaces it. */
    keepMine: (found: Theirs) => {
      setStanding({ id: found.id, version: found.version, savedAt });
      setTheirs(null);
    },
    loadTheirs: (found: Theirs, values: Input) => {
      form.reset(values);
      setStanding(found);
      setTheirs(null);
    },
  };
}
