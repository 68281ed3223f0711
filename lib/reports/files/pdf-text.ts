import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "#lib/platform/temporary-folder.ts";

/** Whether this machine has the tools that read a PDF as anybody would (Debian: poppler-utils); tests of extracted text need them. */
export const readsPdf = ["pdftotext", "pdfinfo"].every((tool) => spawnSync(tool, ["-v"]).error === undefined);

/** What a tool of poppler-utils prints of a PDF; for tests. */
export function readPdf(tool: "pdftotext" | "pdfinfo" | "pdffonts" | "pdftohtml", options: string[], input: Uint8Array): string {
  const folder = temporaryFolder("pdf");
  try {
    const file = path.join(folder, "file.pdf");
    writeFileSync(file, input);
    return execFileSync(tool, [...options, file, ...(tool === "pdftotext" ? ["-"] : [])], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024, stdio: ["ignore", "pipe", "ignore"] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A4 without its head and foot, in points: what stands there on every page would cut texts in two. */
const body = ["-x", "0", "-y", "74", "-W", "596", "-H", "706"];

/** What a PDF says in reading order, and the addresses that its links lead to; for tests. */
export function pdfText(bytes: Uint8Array): string {
  return `${readPdf("pdftotext", ["-raw", ...body], bytes)}\n${readPdf("pdfinfo", ["-url"], bytes)}`;
}
