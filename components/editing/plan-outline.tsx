"use client";

import { useErrorWords } from "#components/forms/error-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { OutlineLine } from "#lib/plans/outlines/rules.ts";
import styles from "./outline.module.css";
import { OutlineLevel } from "./outline-line.tsx";
import type { LineSteps, OutlinePlan } from "./outline-plan.ts";
import { useOutline } from "./use-outline.ts";

/** The whole plan with what can be done to each of its lines, with the keyboard alone. */
export function PlanOutline({ plan, outline }: { plan: OutlinePlan; outline: readonly OutlineLine[] }) {
  const say = useErrorWords();
  const { apply, running, code, said } = useOutline(plan.id, outline);
  const steps: LineSteps = {
    running,
    move: (line, place, focus) => apply(line, { op: "change", place }, focus),
    remove: (line) => apply(line, { op: "remove" }, "outline"),
  };
  return (
    <div id="outline" tabIndex={-1} className={styles.outline}>
      {code && <Notice tone="error" live><p>{say(code)}</p></Notice>}
      <p role="status" className={styles.said}>{said}</p>
      <OutlineLevel level={outline} plan={plan} outline={outline} steps={steps} />
    </div>
  );
}
