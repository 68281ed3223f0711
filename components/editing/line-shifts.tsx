"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { placeDown, placeUp, siblingsOf } from "#lib/plans/outlines/rules.ts";
import styles from "./outline.module.css";
import type { LineProps } from "./outline-plan.ts";
import { nameOf } from "./use-outline.ts";

/** One place up, one place down. */
export function LineShifts({ line, level, steps }: Pick<LineProps, "line" | "level" | "steps">) {
  const t = useTranslations("editing.outline");
  const locale = useLocale();
  const siblings = siblingsOf(line, level);
  if (siblings.length < 2) return null;
  const places = { up: placeUp(line, siblings), down: placeDown(line, siblings) };
  return (["up", "down"] as const).map((way) => {
    const place = places[way];
    return (
      <Button
        key={way} id={`${way}-${line.id}`} type="button" tone="plain" className={styles.square} aria-label={t(way, { name: nameOf(line, locale) })}
        aria-disabled={!place || steps.running} onClick={() => place && !steps.running && steps.move(line, place, `${way}-${line.id}`)}
      >
        {way === "up" ? "↑" : "↓"}
      </Button>
    );
  });
}
