import { createHash } from "node:crypto";
import { locales, type Locale } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { findFrozenVersion, findKeptFile, findVersionWithFiles, type FrozenVersion, type KeptFile } from "./queries.ts";
import { contentTypeOf, downloadName } from "./rules.ts";
import { filesJob, type ReportFileFormat } from "./schema.ts";
import { orderFile } from "./workshop.ts";

/** What stands ready soon after publication; the others are made when somebody asks first. */
const madeAtOnce = (["pdf", "summary_pdf"] as const).flatMap((format) => locales.map((locale) => ({ format, locale })));

interface Which {
  format: ReportFileFormat;
  locale: Locale;
}

/** Has the PDF files of a version made as soon as it is saved: setting them takes longer than a transaction should. */
export async function orderReportFiles(reportVersionId: string): Promise<void> {
  await enqueue(filesJob, { reportVersionId });
}

/**
 * Makes and keeps the PDF files that a version lacks; done again, it makes nothing twice. One that cannot be made leaves the
 * others and is thrown at the end, for the job to be tried again.
 */
export async function makeReportFiles({ reportVersionId }: { reportVersionId: string }, now: Date): Promise<void> {
  const version = await findVersionWithFiles(reportVersionId);
  if (!version) return;
  const missing = madeAtOnce.filter(({ format, locale }) => !version.files.some((file) => file.format === format && file.locale === locale));
  const tried = await Promise.allSettled(missing.map((which) => makeOnce(version, which, true, now)));
  for (const one of tried) if (one.status === "rejected") throw one.reason;
}

function bytesOf({ snapshot, sha256 }: FrozenVersion, which: Which, patient: boolean): Promise<Uint8Array> {
  return orderFile({ ...which, snapshot, source: { sha256, site: publicUrl("/").replace(/\/$/, "") } }, { patient });
}

/** Where two make the same file, the one that comes first is kept. */
async function keep(version: FrozenVersion, { format, locale }: Which, bytes: Uint8Array, now: Date): Promise<void> {
  const data = { reportVersionId: version.id, format, locale, bytes: new Uint8Array(bytes), sha256: createHash("sha256").update(bytes).digest("hex"), madeAt: now };
  await db().reportFile.createMany({ data: [data], skipDuplicates: true });
}

/** A file to send, with what it is called. */
export interface ReportFile extends KeptFile {
  fileName: string;
  contentType: string;
}

/** Files that are being made in this process: whoever asks meanwhile waits for the same one. */
const making = new Map<string, Promise<void>>();

/** When the making of a file failed in this process, in milliseconds. The same order fails again, and each try takes a core from the others. */
const failed = new Map<string, number>();
const restMs = 10 * 60_000;

async function makeOnce(version: FrozenVersion, which: Which, patient: boolean, now: Date): Promise<void> {
  const key = [version.id, which.format, which.locale].join();
  if (!patient && now.getTime() - (failed.get(key) ?? -Infinity) < restMs) throw new DomainError("UNAVAILABLE");
  const made = making.get(key) ?? makeAndKeep(version, which, patient, now).finally(() => making.delete(key));
  making.set(key, made);
  await made.catch((error: unknown) => {
    if (!isDomainError(error)) failed.set(key, now.getTime());
    throw error;
  });
  failed.delete(key);
}

async function makeAndKeep(version: FrozenVersion, which: Which, patient: boolean, now: Date): Promise<void> {
  await keep(version, which, await bytesOf(version, which, patient), now);
}

/**
 * A file of a public version: the one that is kept, else it is made from the frozen bytes and kept.
 * Null when there is no such version. Throws UNAVAILABLE when too many files are being made, or making this one failed a little while ago.
 */
export async function getReportFile(slug: string, number: number, format: ReportFileFormat, locale: Locale, now: Date): Promise<ReportFile | null> {
  const kept = (await findKeptFile(slug, number, format, locale)) ?? (await makeMissing(slug, number, { format, locale }, now));
  return kept && { ...kept, fileName: downloadName(slug, number, format, locale), contentType: contentTypeOf(format) };
}

async function makeMissing(slug: string, number: number, which: Which, now: Date): Promise<KeptFile | null> {
  const version = await findFrozenVersion(slug, number);
  if (!version) return null;
  await makeOnce(version, which, false, now);
  return findKeptFile(slug, number, which.format, which.locale);
}
