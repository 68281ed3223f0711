import { createHash } from "node:crypto";
import { locales, type Locale } from "#lib/record/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { csvOf } from "#lib/sheets/csv.ts";
import { oneText, packedEvidence, type PackedEvidence } from "./pack-contents.ts";
import type { ReportSource } from "./schema.ts";
import { zipStream, type ZippedFile } from "./zip-stream.ts";

/** One of the report's own files. */
export interface PackedReportFile {
  /** Its name in the folder `report`. */
  name: string;
  bytes: Uint8Array;
}

export interface PackSource extends ReportSource {
  snapshot: Snapshot;
  reportFiles: readonly PackedReportFile[];
  /** The stored bytes of a public file of evidence; null when they are not to be had. */
  openEvidence: (id: string) => Promise<AsyncIterable<Uint8Array> | null>;
  words: { locale: Locale; say: Say }[];
}

/** More than this an archive of its kind cannot hold, in bytes; what comes after is named with its address. */
const packLimit = 3_500_000_000;

/** `included`: as the report froze it. `changed`: in the pack, and not what was frozen. `missing`: no bytes to be had. `tooLarge`: left where it is. */
type PackStatus = "included" | "changed" | "missing" | "tooLarge";

interface Entry {
  path: string | null;
  role: "report" | "readme" | "evidence" | "link";
  status: PackStatus;
  /** As frozen; of the report's own files, as packed. */
  size: number | null;
  sha256: string | null;
  /** What was found instead. */
  found: { size: number; sha256: string } | null;
  piece: PackedEvidence | null;
}

/** Pieces as they come, counted and summed. */
class Measured {
  size = 0;
  private readonly hash = createHash("sha256");
  private readonly source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.source = source;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.source) {
      this.size += piece.length;
      this.hash.update(piece);
      yield piece;
    }
  }

  sha256(): string {
    return this.hash.digest("hex");
  }
}

function evidenceAddress(site: string, id: string): string {
  return `${site}/api/evidence/${id}`;
}

/** The pack's table of contents, as data. */
function manifestJson({ snapshot, sha256, site }: PackSource, entries: readonly Entry[]): string {
  const { report, plan } = snapshot;
  const files = entries.map(({ piece, found, ...entry }) => ({
    ...entry, ...(found ? { found } : {}),
    ...(piece && {
      id: piece.id, title: piece.title, fileName: piece.fileName, mediaType: piece.mediaType, ...piece.belongsTo, verificationSource: piece.source, publishedAt: piece.publishedAt,
      address: piece.kind === "link" ? piece.url : evidenceAddress(site, piece.id),
    }),
  }));
  const { slug, version, stage, title, publishedAt } = report;
  const about = { slug, version, stage, title, publishedAt, sha256, address: `${site}/ka/reports/${slug}/versions/${version}` };
  return `${JSON.stringify({ format: "open-commitments/evidence-pack/1", report: about, plan: { slug: plan.slug, title: plan.title }, files }, null, 2)}\n`;
}

const manifestColumns = [
  "path", "role", "status", "sha256", "size", "found_sha256", "commitment", "commitment_slug", "milestone", "voice", "organisation", "event", "recommendation", "title", "file_name", "media_type", "verification_source", "published", "address",
] as const;

/** The same as a table. */
function manifestCsv({ site }: PackSource, entries: readonly Entry[]): string {
  const rows = entries.map(({ path, role, status, sha256, size, found, piece }) => {
    const { commitment, milestone, voice, organisation, event, recommendation } = piece?.belongsTo ?? {};
    const address = piece ? (piece.kind === "link" ? (piece.url ?? "") : evidenceAddress(site, piece.id)) : "";
    return [
      path ?? "", role, status, sha256 ?? "", size ?? "", found?.sha256 ?? "", commitment?.number ?? "", commitment?.slug ?? "", milestone?.number ?? "", voice ?? "", oneText(organisation, locales),
      oneText(event?.title, locales), recommendation ?? "", oneText(piece?.title, locales), piece?.fileName ?? "", piece?.mediaType ?? "", oneText(piece?.source, locales), piece?.publishedAt ? dayOf(new Date(piece.publishedAt)) : "", address,
    ];
  });
  return csvOf([[...manifestColumns], ...rows]);
}

/** How to check the pack, in every language. */
function readMe({ snapshot, sha256, words, site }: PackSource): string {
  const { report } = snapshot;
  const { slug, version } = report;
  const texts = words.map(({ locale, say }) => {
    const address = `${site}/${locale}/reports/${slug}/versions/${version}`;
    const values = { title: oneText(report.title, [locale, ...locales]), version, sha256, file: `report/${slug}-version-${version}.json`, address };
    return ["what", "contents", "check", "status", "links", "report"].map((line) => say(`report-downloads.pack.${line}`, values)).join("\n\n");
  });
  return `${texts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

const text = (path: string, content: string): ZippedFile => ({ path, compress: true, pieces: [Buffer.from(content)] });

/** The files of the pack in order; what was found of each is in `entries` once it has been read. */
async function* filesOf(source: PackSource, entries: Entry[]): AsyncGenerator<ZippedFile> {
  function* own(path: string, role: Entry["role"], bytes: Uint8Array): Generator<ZippedFile> {
    entries.push({ path, role, status: "included", size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), found: null, piece: null });
    yield { path, compress: !/\.(pdf|docx|xlsx|zip)$/.test(path), pieces: [bytes] };
  }
  yield* own("README.txt", "readme", Buffer.from(readMe(source)));
  for (const { name, bytes } of source.reportFiles) yield* own(`report/${name}`, "report", bytes);
  let packed = 0;
  for (const piece of packedEvidence(source.snapshot)) {
    const { path, size, sha256 } = piece;
    const entry: Entry = { path, role: path ? "evidence" : "link", status: "included", size, sha256, found: null, piece };
    entries.push(entry);
    if (!path) continue;
    packed += size ?? 0;
    const stored = packed > packLimit ? null : await source.openEvidence(piece.id);
    if (!stored) {
      entry.status = packed > packLimit ? "tooLarge" : "missing";
      continue;
    }
    const measured = new Measured(stored);
    yield { path, compress: false, pieces: measured.pieces() };
    const found = measured.sha256();
    if (found !== sha256) Object.assign(entry, { status: "changed", found: { size: measured.size, sha256: found } });
  }
  const sum = (content: string) => createHash("sha256").update(content).digest("hex");
  const manifests = [["manifest.json", manifestJson(source, entries)], ["manifest.csv", manifestCsv(source, entries)]] as const;
  for (const [path, content] of manifests) yield text(path, content);
  // Of what is missing or changed the frozen checksum is listed too, so that the check itself says it.
  const sums = [...entries.flatMap(({ path, sha256, status }) => (path && sha256 && status !== "tooLarge" ? [[path, sha256] as const] : [])), ...manifests.map(([path, content]) => [path, sum(content)] as const)];
  yield text("SHA256SUMS", sums.map(([path, sha256]) => `${sha256}  ${path}\n`).join(""));
}

/**
 * The evidence pack of a frozen version as a ZIP file on its way: the report in every format, every file of evidence that it
 * names, a manifest and the checksums. A file whose bytes are missing, or are not those that were frozen, is named as such.
 */
export function makePack(source: PackSource): AsyncGenerator<Uint8Array> {
  return zipStream(filesOf(source, []), dayOf(new Date(source.snapshot.report.publishedAt)));
}
