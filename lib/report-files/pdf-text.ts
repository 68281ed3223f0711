import { execFileSync, spawnSync } from "node:child_process";

/** Whether this machine has the tools that read a PDF as anybody would (Debian: poppler-utils); tests of extracted text need them. */
export const readsPdf = ["pdftotext", "pdfinfo"].every((tool) => spawnSync(tool, ["-v"]).error === undefined);

function run(tool: string, options: string[], input: Uint8Array): string {
  return execFileSync(tool, [...options, "-", ...(tool === "pdftotext" ? ["-"] : [])], { input, encoding: "utf8", maxBuffer: 256 * 1024 * 1024, stdio: ["pipe", "pipe", "ignore"] });
}

/** A4 without its head and foot, in points: what stands there on every page would cut texts in two. */
const body = ["-x", "0", "-y", "74", "-W", "596", "-H", "706"];

/** What a PDF says in reading order, and the addresses that its links lead to; for tests. */
export function pdfText(bytes: Uint8Array): string {
  return `${run("pdftotext", ["-raw", ...body], bytes)}\n${run("pdfinfo", ["-url"], bytes)}`;
}
