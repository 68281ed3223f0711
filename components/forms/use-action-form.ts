"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState, type FormEvent } from "react";
import { get, useForm, type DefaultValues, type FieldErrors, type FieldValues, type Path } from "react-hook-form";
import type { z } from "zod";
import type { Answer } from "#lib/platform/answers.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";

interface Options<Input extends FieldValues, Output, Value> {
  /** The schema that the action parses with, too. */
  schema: z.ZodType<Output, Input>;
  /** Leave out what the browser may have filled in before the page came alive: a default would overwrite it. */
  defaults: DefaultValues<Input>;
  action: (output: Output) => Promise<Answer<Value>>;
  onDone: (value: Value, output: Output) => void | Promise<void>;
}

/** Dotted path → key of `errors.json`, from the nested errors of the form. */
export function flat(errors: FieldErrors, prefix = ""): Record<string, string> {
  return Object.assign({}, ...Object.entries(errors).map(([name, error]) => {
    if (!error) return {};
    const path = prefix + name;
    return typeof error.message === "string" && error.message ? { [path]: error.message } : flat(error as FieldErrors, `${path}.`);
  }));
}

/** What is wrong with a text in several languages as a whole leads to its first language. */
export function anchored(errors: Readonly<Record<string, string>>, values: FieldValues): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([path, message]) => {
    const value: unknown = get(values, path);
    return [typeof value === "object" && value !== null && "ka" in value ? `${path}.ka` : path, message];
  }));
}

/**
 * A form over a feature's own schema that ends in a server action: what is wrong stands beside its field, in the browser
 * and after the answer alike, and what was typed is kept.
 */
export function useActionForm<Input extends FieldValues, Output, Value>({ schema, defaults, action, onDone }: Options<Input, Output, Value>) {
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues: defaults, shouldFocusError: false });
  const [code, setCode] = useState<ErrorCode>();
  const send = form.handleSubmit(async (output) => {
    setCode(undefined);
    const answer = await action(output).catch(() => ({ ok: false, code: "UNAVAILABLE", fieldErrors: {} }) as const);
    if (answer.ok) return onDone(answer.value, output);
    for (const [path, message] of Object.entries(answer.fieldErrors)) form.setError(path as Path<Input>, { message });
    setCode(answer.code);
  });
  // A second press while the first is under way does nothing.
  const submit = (event: FormEvent) => (form.formState.isSubmitting ? event.preventDefault() : send(event));
  return { form, register: form.register, errors: flat(form.formState.errors), code, submit, saving: form.formState.isSubmitting };
}
