"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useVersionedForm, type Saved } from "#components/forms/use-versioned-form.ts";
import type { Answer } from "#lib/platform/answers.ts";

interface Options<Input extends FieldValues, Output, Theirs> {
  schema: z.ZodType<Output, Input>;
  defaults: DefaultValues<Input>;
  record: Theirs | null;
  save: (raw: unknown) => Promise<Answer<Saved>>;
  publish: (raw: unknown) => Promise<Answer<Saved>>;
  load: (id: string) => Promise<Answer<Theirs | null>>;
  /** What goes with the form and is no field of it. */
  more?: () => object;
  onSaved?: () => void;
  /** The page of the record, without language. */
  pathOf: (id: string) => string;
}

/** The form of a record that is drafted, published and then edited on the record. */
export function useRecordForm<Input extends FieldValues, Output extends object, Theirs extends Saved & { savedAt: Date }>(options: Options<Input, Output, Theirs>) {
  const [router, locale] = [useRouter(), useLocale()];
  const { schema, defaults, record, save, publish, load, more, onSaved, pathOf } = options;
  return useVersionedForm<"publish", Input, Output, Theirs>({
    schema, defaults, record,
    send: (intent, input) => (intent === "publish" ? publish : save)({ ...input, ...more?.() }),
    load: async (id) => (id ? load(id) : { ok: true, value: null }),
    onSaved: (intent, saved, first) => {
      onSaved?.();
      const page = `/${locale}${pathOf(saved.id)}`;
      if (intent === "publish") router.push(`${page}?done=published`);
      else if (first) router.replace(`${page}?done=saved`);
      router.refresh();
    },
  });
}
