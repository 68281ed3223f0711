import { db } from "#lib/platform/db/client.ts";
import { runApart } from "#lib/platform/apart.ts";
import { log } from "#lib/platform/log.ts";
import { readStoredFile } from "#lib/platform/storage.ts";
import { readableTypes, readingSchema, type Reading } from "./schema.ts";

const allowance = { seconds: 60, megabytes: 700 } as const;
/** In one run; what is left waits for the next one. */
const filesAtOnce = 200;

interface Unread {
  id: string;
  fileKey: string | null;
  mediaType: string | null;
}

async function readFileOf({ id, fileKey, mediaType }: Unread): Promise<Reading> {
  const bytes = fileKey ? await readStoredFile(fileKey) : null;
  const output = bytes && mediaType ? await runApart("read-text.ts", [mediaType], bytes, allowance) : null;
  if (output === null) log.warn({ evidence: id }, "the text of a file could not be read");
  return output === null ? { status: "failed" } : readingSchema.parse(JSON.parse(output));
}

/**
 * Reads files that were not read yet, those that came before there was a search as well: each once, whatever comes of it. Drafts
 * are read too, but only what is public is found.
 * @returns how many were read
 */
export async function readNewTexts(now: Date, signal?: AbortSignal): Promise<number> {
  const unread = await db().$queryRaw<Unread[]>`
    SELECT e."id", e."fileKey", e."mediaType" FROM "Evidence" e WHERE e."fileKey" IS NOT NULL AND e."mediaType" = ANY (${[...readableTypes]}) AND NOT EXISTS (SELECT FROM "EvidenceText" t WHERE t."evidenceId" = e."id")
    ORDER BY e."uploadedAt" DESC LIMIT ${filesAtOnce}`;
  let read = 0;
  for (const one of unread) {
    if (signal?.aborted) break;
    const reading = await readFileOf(one);
    await db().evidenceText.createMany({ data: [{ evidenceId: one.id, status: reading.status, text: reading.status === "read" ? reading.text : "", readAt: now }], skipDuplicates: true });
    read += 1;
  }
  return read;
}
