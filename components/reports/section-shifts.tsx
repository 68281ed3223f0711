"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { SectionLine } from "./section-lines.ts";
import type { Composer } from "./use-composer.ts";
import styles from "./composer.module.css";

/** One place up, one place down; the focus stays on the button. */
export function SectionShifts({ line: { key, name }, composer, place: { at, of } }: { line: SectionLine; composer: Composer; place: { at: number; of: number } }) {
  const t = useTranslations("report-sections");
  return (["up", "down"] as const).map((way) => {
    const to = way === "up" ? at - 1 : at + 1;
    const possible = to >= 0 && to < of && !composer.running;
    const id = `${way}-${key}`;
    return (
      <Button key={way} id={id} type="button" tone="plain" className={styles.square} aria-label={t(way, { name })} aria-disabled={!possible} onClick={() => possible && composer.move(key, to, id)}>
        {way === "up" ? "↑" : "↓"}
      </Button>
    );
  });
}
