import { getEvidenceFile } from "#lib/evidence/queries.ts";
import { locales } from "#lib/record/localized/schema.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { openFile } from "#lib/platform/storage.ts";
import { getReportFile } from "#lib/reports/files/commands.ts";
import { makePack, type PackedReportFile } from "#lib/reports/files/pack.ts";
import { packFileName } from "#lib/reports/files/rules.ts";
import { reportFileFormats } from "#lib/reports/files/schema.ts";
import { getPublishedBytes } from "#lib/reports/queries.ts";
import { snapshotFileName } from "#lib/reports/rules.ts";
import { readSnapshot } from "#lib/reports/snapshot-formats/rules.ts";
import { snapshotFormat, snapshotJsonSchema } from "#lib/reports/snapshots/schema.ts";

/** The bytes of a file that anybody may have; null when nobody may, or when they are gone. */
async function openEvidence(id: string): Promise<AsyncIterable<Uint8Array> | null> {
  const file = await getEvidenceFile(null, id).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
  return (file && (await openFile(file.fileKey)))?.stream ?? null;
}

/**
 * The evidence pack of a public version, made while it is read; null when there is no such version. The report's own files
 * are there before the first byte goes out: what cannot be made is refused (UNAVAILABLE), and no archive ends half-way.
 */
export async function openEvidencePack(slug: string, number: number, now: Date): Promise<{ fileName: string; pieces: AsyncGenerator<Uint8Array> } | null> {
  const version = await getPublishedBytes(slug, number);
  if (!version) return null;
  const reportFiles: PackedReportFile[] = [
    { name: snapshotFileName(slug, number), bytes: Buffer.from(version.snapshot) },
    // The schema is that of the present format; a version from before it comes without.
    ...(version.snapshot.includes(`"format":"${snapshotFormat}"`) ? [{ name: "report.schema.json", bytes: Buffer.from(`${JSON.stringify(snapshotJsonSchema(), null, 2)}\n`) }] : []),
  ];
  for (const format of reportFileFormats) {
    for (const locale of locales) {
      const file = await getReportFile(slug, number, format, locale, now);
      if (file) reportFiles.push({ name: file.fileName, bytes: file.bytes });
    }
  }
  const words = await Promise.all(locales.map(async (locale) => ({ locale, say: await translatorFor(locale) })));
  const pieces = makePack({ snapshot: readSnapshot(version.snapshot), sha256: version.sha256, site: publicUrl("/").replace(/\/$/, ""), reportFiles, openEvidence, words });
  return { fileName: packFileName(slug, number), pieces };
}
