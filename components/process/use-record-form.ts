"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useActionForm } from "#components/forms/use-action-form.ts";
import type { Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";

/** Where a record stands; `id` and `version` are null before its first save. */
export interface Standing {
  id: string | null;
  version: number | null;
  savedAt: Date | null;
}

type Saved = { id: string; version: number };

interface Options<Input extends FieldValues, Output, Theirs extends Saved> {
  schema: z.ZodType<Output, Input>;
  defaults: DefaultValues<Input>;
  standing: Standing;
  save: (raw: unknown) => Promise<Answer<Saved>>;
  publish: (raw: unknown) => Promise<Answer<Saved>>;
  /** What somebody else saved meanwhile. */
  load: (id: string) => Promise<Answer<Theirs | null>>;
  /** What goes with the form and is no field of it. */
  more?: () => object;
  onSaved?: () => void;
  /** The page of the record, without language. */
  pathOf: (id: string) => string;
}

/** The form of a record that is drafted, published and then edited on the record; nothing typed is lost when somebody was faster. */
export function useRecordForm<Input extends FieldValues, Output extends object, Theirs extends Saved>(options: Options<Input, Output, Theirs>) {
  const [router, locale] = [useRouter(), useLocale()];
  const element = useRef<HTMLFormElement>(null);
  const publishing = useRef(false);
  const [{ id, version, savedAt }, setStanding] = useState(options.standing);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const actionForm = useActionForm<Input, Output, Saved>({
    schema: options.schema,
    defaults: options.defaults,
    action: async (output) => {
      const answer = await (publishing.current ? options.publish : options.save)({ ...output, ...options.more?.(), id, version });
      if (!answer.ok && answer.code === "CONFLICT" && id) {
        const loaded = await options.load(id);
        setTheirs(loaded.ok && loaded.value && loaded.value.version !== version ? loaded.value : null);
      }
      return answer;
    },
    onDone: (saved) => {
      form.reset(form.getValues());
      options.onSaved?.();
      setTheirs(null);
      setStanding({ ...saved, savedAt: now() });
      const page = `/${locale}${options.pathOf(saved.id)}`;
      if (publishing.current) router.push(`${page}?done=published`);
      else if (!id) router.replace(`${page}?done=saved`);
      router.refresh();
    },
  });
  const { form } = actionForm;
  // The form has no button of its own, so that Enter in a field never publishes, or edits in public.
  const send = (publish: boolean) => () => {
    publishing.current = publish;
    element.current?.requestSubmit();
  };
  return {
    ...actionForm, element, send, savedAt, theirs,
    /** The next save names the version that was found, and so replaces it. */
    keepMine: (found: Theirs) => {
      setStanding({ id, version: found.version, savedAt });
      setTheirs(null);
    },
    loadTheirs: (found: Theirs, values: Input) => {
      form.reset(values);
      setStanding({ id, version: found.version, savedAt: null });
      setTheirs(null);
    },
    onSubmit: actionForm.submit,
  };
}
