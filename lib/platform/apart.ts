import { spawn, type ChildProcessByStdio } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { Readable, Writable } from "node:stream";

/** What a program apart may take. */
export interface Allowance {
  seconds: number;
  /** Of memory, all kinds of it together; watched where the system says (Linux), elsewhere only its own objects are limited. */
  megabytes: number;
}

const root = process.cwd();
const pageBytes = 4_096;
/** More than the longest text of a file, as JSON, in any script. */
const mostOutput = 4_000_000;
/** How often its memory is looked at. */
const lookEveryMs = 100;

/** All memory that a process holds, in megabytes; 0 where the system does not say. */
function held(pid: number): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageBytes) / 1_000_000;
  } catch {
    return 0;
  }
}

/** It reads the program and what that is made of; it writes nothing, starts nothing, makes no program of what it reads, and knows no setting and no secret. */
function rights(megabytes: number): string[] {
  const readable = [path.join(root, "package.json"), path.join(root, "bin"), path.join(root, "lib"), path.join(root, "node_modules"), realpathSync(path.join(root, "node_modules"))];
  return ["--permission", ...readable.map((place) => `--allow-fs-read=${place}`), `--max-old-space-size=${Math.round(megabytes / 2)}`, "--disallow-code-generation-from-strings", "--no-warnings"];
}

/** What a program writes; null when it never ends. */
async function outputOf(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostOutput) {
      child.kill("SIGKILL");
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Runs one of our programs in a process of its own, which may break without harm: its input goes in, what it writes comes back.
 * @param program within `bin/`
 * @returns null when it broke, wrote without end, or took more time or memory than allowed
 */
export async function runApart(program: string, args: readonly string[], input: Uint8Array, { seconds, megabytes }: Allowance): Promise<string | null> {
  const child = spawn(process.execPath, [...rights(megabytes), path.join(root, "bin", program), ...args], { cwd: root, env: { NODE_ENV: "production" }, stdio: ["pipe", "pipe", "ignore"], timeout: seconds * 1_000, killSignal: "SIGKILL" });
  const watch = setInterval(() => {
    if (child.pid !== undefined && held(child.pid) > megabytes) child.kill("SIGKILL");
  }, lookEveryMs);
  try {
    const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
    // One that breaks before it has read everything closes the pipe.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const [code, output] = await Promise.all([ended, outputOf(child)]);
    return code === 0 ? output : null;
  } finally {
    clearInterval(watch);
  }
}
