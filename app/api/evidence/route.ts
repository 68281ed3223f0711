import { currentActor } from "#lib/accounts/queries.ts";
import { uploadEvidence } from "#lib/evidence/commands.ts";
import { maxFileSize } from "#lib/evidence/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { consume } from "#lib/platform/limits.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";
import { readPostedFile } from "#lib/platform/uploaded-file.ts";

/** Uploads one file (multipart: `organisationId`, then `file`); answers `{ ok, value: { id, fileName, size, mediaType } }`. */
export async function POST(request: Request): Promise<Response> {
  const result = await answer(async () => {
    requireSameOrigin(request);
    const actor = await currentActor();
    if (!actor?.accountId) throw new DomainError("UNAUTHENTICATED");
    await consume("evidence", actor.accountId, 200, 3600);
    const { fields, ...file } = await readPostedFile(request, maxFileSize);
    return uploadEvidence(actor, { organisationId: fields.organisationId ?? "", ...file }, now());
  });
  return Response.json(result, { status: result.ok ? 201 : 422, headers: { "Cache-Control": "no-store" } });
}
