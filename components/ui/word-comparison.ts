import { diffArrays } from "diff";

/** A run of words of two texts: in both, only in the old, or only in the new one. */
export interface Run {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Words in any script, spaces, and every other character by itself. */
const tokens = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
/**
 * Beyond this the texts have nothing to do with each other and are shown whole. Looking costs the square of it, and a page may compare
 * hundreds of texts while others wait.
 */
const maxEditLength = 600;

/** True when the texts share so few words, wherever these stand, that no comparison could stay below the limit. */
function areStrangers(before: readonly string[], after: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of after) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return before.length + after.length - 2 * shared > maxEditLength;
}

/**
 * Two texts word by word. The removed and same runs together are the old text, the added and same ones the new. Spaces
 * between two changed words belong to the change, so that a rewritten sentence reads as one.
 */
export function compareWords(before: string, after: string): Run[] {
  const [old, now] = [before.match(tokens) ?? [], after.match(tokens) ?? []];
  const parts = areStrangers(old, now) ? undefined : diffArrays(old, now, { maxEditLength });
  const runs: Run[] = [];
  const open = { removed: "", added: "" };
  const close = () => {
    for (const kind of ["removed", "added"] as const) {
      if (open[kind]) runs.push({ kind, text: open[kind] });
      open[kind] = "";
    }
  };
  if (!parts) return [{ kind: "removed", text: before }, { kind: "added", text: after }];
  for (const [index, { removed, added, value }] of parts.entries()) {
    const text = value.join("");
    const within = !removed && !added && index < parts.length - 1 && (open.removed || open.added) && /^\s+$/.test(text);
    if (removed || within) open.removed += text;
    if (added || within) open.added += text;
    if (removed || added || within) continue;
    close();
    runs.push({ kind: "same", text });
  }
  close();
  return runs;
}
