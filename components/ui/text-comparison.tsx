import { Fragment } from "react";
import { compareWords, type Run } from "./word-comparison.ts";
import styles from "./text-comparison.module.css";

/** Unchanged stretches longer than this are shown by their ends alone. */
const longest = 300;
const end = 90;

/** An old and a new text in one, with what was taken out struck through and what was put in underlined. */
export function TextComparison({ before, after, lang }: { before: string; after: string; lang?: string | undefined }) {
  const runs = compareWords(before, after);
  return (
    <p className={styles.text} lang={lang}>
      {runs.map((run, index) => <Fragment key={index}>{shown(run, index, runs.length)}</Fragment>)}
    </p>
  );
}

function shown({ kind, text }: Run, index: number, count: number) {
  if (kind === "removed") return <del className={styles.removed}>{text}</del>;
  if (kind === "added") return <ins className={styles.added}>{text}</ins>;
  if (text.length <= longest) return text;
  const head = index > 0 ? cut(text, 0, end) : "";
  const tail = index < count - 1 ? cut(text, -end) : "";
  return <>{head}<span className={styles.gap}> […] </span>{tail}</>;
}

/** A piece of a text without half a word at its cut. */
function cut(text: string, from: number, to?: number): string {
  const piece = text.slice(from, to);
  return from < 0 ? piece.replace(/^\S*\s/, "") : piece.replace(/\s\S*$/, "");
}
