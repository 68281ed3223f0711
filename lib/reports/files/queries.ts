import type { Locale } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { ReportFileFormat } from "./schema.ts";

/** A frozen version, as far as a file is made of it. */
export interface FrozenVersion {
  id: string;
  /** Canonical JSON, character for character what the checksum is of. */
  snapshot: string;
  sha256: string;
}

/** A version that the public can read; null for others. A plan that has gone back to a draft takes its reports with it. */
export async function findFrozenVersion(slug: string, number: number): Promise<FrozenVersion | null> {
  return db().reportVersion.findFirst({ where: { number, report: { slug, plan: { status: { not: "draft" } } } }, select: { id: true, snapshot: true, sha256: true } });
}

/** A frozen version and which of its files there are, whoever may read it; null when there is none of that id. */
export async function findVersionWithFiles(id: string): Promise<(FrozenVersion & { files: { format: string; locale: string }[] }) | null> {
  return db().reportVersion.findUnique({ where: { id }, select: { id: true, snapshot: true, sha256: true, files: { select: { format: true, locale: true } } } });
}

/** A file as it was made first. */
export interface KeptFile {
  bytes: Uint8Array;
  sha256: string;
}

/** The file of a public version, if it was made; one read, no lock. */
export async function findKeptFile(slug: string, number: number, format: ReportFileFormat, locale: Locale): Promise<KeptFile | null> {
  return db().reportFile.findFirst({ where: { format, locale, reportVersion: { number, report: { slug, plan: { status: { not: "draft" } } } } }, select: { bytes: true, sha256: true } });
}
