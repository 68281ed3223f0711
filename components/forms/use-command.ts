"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Answer } from "#lib/platform/answers.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";

/** One button that runs one server action: whether it runs, how it was refused, what it gave. The page shows the change afterwards. */
export function useCommand<Input, Value>(action: (input: Input) => Promise<Answer<Value>>) {
  const router = useRouter();
  const [running, start] = useTransition();
  const [code, setCode] = useState<ErrorCode>();
  const [value, setValue] = useState<Value>();
  const run = (input: Input) =>
    start(async () => {
      const answer = await action(input).catch(() => ({ ok: false, code: "UNAVAILABLE" }) as const);
      setCode(answer.ok ? undefined : answer.code);
      if (!answer.ok) return;
      setValue(answer.value);
      router.refresh();
    });
  return { run, running, code, value };
}
