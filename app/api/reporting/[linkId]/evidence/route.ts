import { uploadEvidence } from "#lib/evidence/commands.ts";
import { maxFileSize } from "#lib/evidence/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { consume } from "#lib/platform/limits.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";
import { readPostedFile } from "#lib/platform/uploaded-file.ts";
import { requireLinkActor } from "#lib/boards/reporting-links/queries.ts";

/** Uploads one file by a mailed link; as `/api/evidence` does with an account. */
export async function POST(request: Request): Promise<Response> {
  const result = await answer(async () => {
    requireSameOrigin(request);
    const actor = await requireLinkActor();
    await consume("reporting-link-evidence", actor.link.id, 100, 3600);
    const { fields, ...file } = await readPostedFile(request, maxFileSize);
    return uploadEvidence(actor, { organisationId: fields.organisationId ?? "", ...file }, now());
  });
  return Response.json(result, { status: result.ok ? 201 : 422, headers: { "Cache-Control": "no-store" } });
}
