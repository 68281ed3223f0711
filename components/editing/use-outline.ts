"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { saveEditAction } from "#lib/editing/amendments/actions.ts";
import type { PlanEditInput } from "#lib/editing/schema.ts";
import { localize, type Locale } from "#lib/record/localized/schema.ts";
import { siblingsOf, type OutlineLine, type Place } from "#lib/plans/outlines/rules.ts";

/** Where a line stands among its like, as it is told after a move. */
function placeOf(id: string, lines: readonly OutlineLine[]): { line: OutlineLine; at: number; of: number } | null {
  for (const line of lines) {
    if (line.id === id) {
      const siblings = siblingsOf(line, lines);
      return { line, at: siblings.indexOf(line) + 1, of: siblings.length };
    }
    const inside = placeOf(id, line.children);
    if (inside) return inside;
  }
  return null;
}

/** Moves and removes lines of a plan; says what came of it, and leaves the focus where it was. */
export function useOutline(planId: string, outline: readonly OutlineLine[]) {
  const t = useTranslations("editing.outline");
  const [locale, router] = [useLocale(), useRouter()];
  const [running, start] = useTransition();
  /** Key of `errors.json`: what stands in the way of this very step, else the code. */
  const [code, setCode] = useState<string>();
  const [said, setSaid] = useState("");
  const done = useRef<{ id: string; focus: string } | null>(null);
  useEffect(() => {
    if (!done.current) return;
    const { id, focus } = done.current;
    done.current = null;
    const found = placeOf(id, outline);
    setSaid(found ? t("moved", { name: nameOf(found.line, locale), at: found.at, of: found.of }) : t("removed"));
    (document.getElementById(focus) ?? document.getElementById(`line-${id}`))?.focus();
  }, [outline, t, locale]);
  const apply = (line: OutlineLine, change: { op: "change"; place: Place } | { op: "remove" }, focus: string) =>
    start(async () => {
      const edit = { entity: line.entity, id: line.id, version: line.version, ...change } as PlanEditInput;
      const answer = await saveEditAction({ planId, edit }).catch(() => ({ ok: false, code: "UNAVAILABLE", fieldErrors: {} }) as const);
      const refused = answer.ok ? (answer.value.outcome === "conflict" ? ("CONFLICT" as const) : undefined) : (Object.values(answer.fieldErrors)[0] ?? answer.code);
      setCode(refused);
      if (!refused) done.current = { id: line.id, focus };
      router.refresh();
    });
  return { apply, running, code, said };
}

/** "5.2 Title": what a line is called among others. */
export function nameOf({ number, title }: Pick<OutlineLine, "number" | "title">, locale: Locale): string {
  return [number, localize(title, locale)?.text].filter(Boolean).join(" ");
}
