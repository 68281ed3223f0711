import { createHash } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { locales } from "#lib/record/localized/schema.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { flatMilestones } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotEvidence } from "#lib/reports/snapshots/schema.ts";
import { parseCsv } from "#lib/sheets/csv.ts";
import { makePack, type PackSource } from "./pack.ts";
import { packedEvidence } from "./pack-contents.ts";
import { richSnapshot } from "./rich-snapshot.ts";

const sumOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
const bytesOf = ({ id }: { id: string }) => Buffer.from(`the bytes of ${id} `.repeat(20));

/** Every piece of evidence wherever it stands, to be given the checksum of bytes that exist. */
function everyPiece({ commitments, events }: Snapshot): SnapshotEvidence[] {
  const subjects = commitments.flatMap((commitment) => [commitment, ...flatMilestones(commitment.milestones).map(({ milestone }) => milestone)]);
  const proofs = subjects.flatMap(({ update, assessments }) => [...(update ? [update] : []), ...assessments]);
  return [...proofs, ...events, ...events.flatMap(({ recommendations }) => recommendations.flatMap(({ fulfilment }) => fulfilment ?? []))].flatMap(({ evidence }) => evidence);
}

function stored(): Snapshot {
  const snapshot = richSnapshot();
  for (const piece of everyPiece(snapshot)) if (piece.kind === "file") Object.assign(piece, { sha256: sumOf(bytesOf(piece)), size: bytesOf(piece).length });
  return snapshot;
}

async function source(openEvidence: (id: string) => Buffer | null, snapshot = stored()): Promise<PackSource> {
  return {
    snapshot, sha256: sumOf("{}"), site: "https://ogp.example.ge",
    reportFiles: [{ name: "rich-2019-annual-version-3.json", bytes: Buffer.from("{}") }, { name: "report-ka.pdf", bytes: Buffer.from("%PDF") }],
    openEvidence: (id) => Promise.resolve(openEvidence(id)).then((bytes) => bytes && (async function* () {
      for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
    })()),
    words: await Promise.all(locales.map(async (locale) => ({ locale, say: await translatorFor(locale) }))),
  };
}

async function packed(from: PackSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of makePack(from)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const there = (id: string) => bytesOf({ id });
const isThere = (tool: string) => spawnSync(tool, ["--help"]).error === undefined;
const run = (tool: string, options: string[], cwd: string) => execFileSync(tool, options, { cwd, encoding: "utf8" });
const linesOf = (text: string) => text.split("\n").filter(Boolean).map((line) => line.split("  ") as [string, string]);

describe("the evidence pack of a report", () => {
  it("has the report, every file that the report names, and a manifest; all sums are right", async () => {
    const snapshot = stored();
    const files = unzipSync(await packed(await source(there)));
    const text = (name: string) => strFromU8(files[name] ?? expect.unreachable(name));
    const sums = linesOf(text("SHA256SUMS"));
    expect(sums.map(([, name]) => name).sort()).toEqual(Object.keys(files).filter((name) => name !== "SHA256SUMS").sort());
    for (const [sum, name] of sums) expect(sumOf(files[name] ?? expect.unreachable(name))).toBe(sum);
    const manifest = JSON.parse(text("manifest.json")) as { files: { id?: string; path: string | null; role: string; status: string; sha256: string | null; address?: string }[] };
    expect(manifest.files.flatMap(({ id }) => id ?? []).sort()).toEqual(everyPiece(snapshot).map(({ id }) => id).sort());
    for (const piece of everyPiece(snapshot)) {
      const line = manifest.files.find(({ id }) => id === piece.id) ?? expect.unreachable();
      expect(line).toMatchObject(piece.kind === "link" ? { role: "link", path: null, address: piece.url } : { role: "evidence", status: "included", sha256: piece.sha256 });
      if (piece.kind === "file") expect(Buffer.from(files[line.path ?? ""] ?? expect.unreachable())).toEqual(bytesOf(piece));
    }
    const table = parseCsv(text("manifest.csv").replace(/^\ufeff/, ""), "manifest");
    expect(table.slice(1).map(({ cells }) => cells[0] ?? null)).toEqual(manifest.files.map(({ path: name }) => name));
    expect(text("README.txt")).toContain("sha256sum -c SHA256SUMS");
    expect(text("README.txt")).toContain("როგორ შევამოწმოთ");
  });

  it("names files after what they prove, in Latin letters, no two the same", () => {
    const paths = packedEvidence(stored()).flatMap(({ path: name }) => name ?? []);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((name) => !/^evidence\/[a-z0-9._/-]+$/.test(name) || name.includes(".."))).toEqual([]);
    expect(paths.some((name) => /^evidence\/1_commitment-\d+\/1\.1\.1_agency_okmi-\d+-chqinti\.pdf$/.test(name))).toBe(true);
    expect(paths.some((name) => /^evidence\/events\/meeting-\d+\/recommendation-1_okmi/.test(name))).toBe(true);
  });

  it("says which file is gone and which is another one, and leaves neither out", async () => {
    const snapshot = stored();
    const [gone, changed] = everyPiece(snapshot).filter(({ kind }) => kind === "file");
    const files = unzipSync(await packed(await source((id) => (id === gone?.id ? null : id === changed?.id ? Buffer.from("other") : there(id)), snapshot)));
    const text = (name: string) => strFromU8(files[name] ?? expect.unreachable(name));
    const manifest = JSON.parse(text("manifest.json")) as { files: { id?: string; path: string }[] };
    const line = (id: string | undefined) => manifest.files.find((file) => file.id === id) ?? expect.unreachable();
    expect(line(gone?.id)).toMatchObject({ status: "missing", sha256: gone?.sha256 });
    expect(line(changed?.id)).toMatchObject({ status: "changed", sha256: changed?.sha256, found: { size: 5, sha256: sumOf("other") } });
    expect(text("manifest.csv")).toMatch(/;missing;/);
    const sums = new Map(linesOf(text("SHA256SUMS")).map(([sum, name]) => [name, sum]));
    expect([sums.get(line(gone?.id).path), sums.get(line(changed?.id).path)]).toEqual([gone?.sha256, changed?.sha256]);
    expect(files[line(gone?.id).path]).toBeUndefined();
  });

  it("is never in memory as a whole: a file is read only when what is before it has gone out", async () => {
    const opened: string[] = [];
    const pack = makePack(await source((id) => (opened.push(id), there(id))));
    await pack.next();
    expect(opened).toEqual([]);
    while (opened.length < 3) await pack.next();
    await pack.return(undefined);
    expect(opened).toHaveLength(3);
  });

  it.skipIf(!["unzip", "sha256sum"].every(isThere))("is unpacked and checked by the tools that everybody has", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "evidence-pack-"));
    try {
      writeFileSync(path.join(folder, "pack.zip"), await packed(await source(there)));
      run("unzip", ["-q", "pack.zip"], folder);
      const checked = run("sha256sum", ["-c", "SHA256SUMS"], folder);
      expect(checked.trim().split("\n").every((line) => line.endsWith(": OK"))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
