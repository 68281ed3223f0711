import styles from "./mark.module.css";

export type MarkShape = "empty" | "half" | "full" | "paused" | "crossed" | "none";

/** The shape alone, for charts and lists that carry the word elsewhere. */
export function MarkSign({ shape }: { shape: MarkShape }) {
  return (
    <svg className={`${styles.sign} ${styles[shape]}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <MarkPath shape={shape} />
    </svg>
  );
}

/** ○ ◐ ● ‖ ✕ and a dotted circle for silence, in a box of 16 by 16, drawn in the current colour. */
export function MarkPath({ shape }: { shape: MarkShape }) {
  const line = { fill: "none", stroke: "currentColor", strokeWidth: 2 };
  if (shape === "paused") return <path d="M5 2.5v11M11 2.5v11" {...line} strokeWidth={3} />;
  if (shape === "crossed") return <path d="M3 3l10 10M13 3L3 13" {...line} strokeWidth={2.5} />;
  if (shape === "none") return <circle cx="8" cy="8" r="6" {...line} strokeDasharray="1.5 3.2" />;
  return (
    <>
      <circle cx="8" cy="8" r="6" {...line} fill={shape === "full" ? "currentColor" : "none"} />
      {shape === "half" && <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />}
    </>
  );
}

/** Where something stands, as a shape and a word; colour only helps. */
export function Mark({ shape, word }: { shape: MarkShape; word: string }) {
  return (
    <span className={styles.mark}>
      <MarkSign shape={shape} />
      <span>{word}</span>
    </span>
  );
}
