import { Readable } from "node:stream";
import type { Actor } from "#lib/record/actors/schema.ts";
import { getEvidenceFile } from "#lib/evidence/queries.ts";
import { attachmentHeader } from "#lib/evidence/rules.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { openFile } from "#lib/platform/storage.ts";

/** Sends a file of evidence to be saved, never to be shown in place: the public one to all, the rest to those it concerns. */
export async function sendEvidenceFile(actor: Actor | null, id: string): Promise<Response> {
  const file = await getEvidenceFile(actor, id).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
  const stored = file && (await openFile(file.fileKey));
  if (!file || !stored) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(Readable.toWeb(stored.stream) as BodyInit, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(stored.size),
      "Content-Disposition": attachmentHeader(file.fileName),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": file.isPublic ? "public, max-age=3600" : "private, no-store",
    },
  });
}
