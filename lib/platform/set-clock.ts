import { readFileSync, statSync } from "node:fs";
import { machineTime, setNow } from "#lib/platform/clock.ts";

/** How long what was read of the file counts, in milliseconds. */
const readingCounts = 1_000;

/** How far the file's instant is from the machine's time when it was written; 0 without a file or without an instant in it. */
function offsetIn(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false });
  const instant = stat ? Date.parse(readFileSync(file, "utf8").trim()) : NaN;
  return stat && !Number.isNaN(instant) ? instant - stat.mtimeMs : 0;
}

/**
 * Lets a file say what time it is: the ISO instant in it is the time at which it was written, and time goes on from there.
 * An empty or missing file means the machine's time. It is read again at most once a second.
 */
export function followClockFile(file: string): void {
  let last = { at: -Infinity, offset: 0 };
  setNow(() => {
    const machine = machineTime();
    if (machine - last.at >= readingCounts) last = { at: machine, offset: offsetIn(file) };
    return new Date(machine + last.offset);
  });
}
