import { currentActor } from "#lib/accounts/queries.ts";
import { sendEvidenceFile } from "../send-file.ts";

/** A file of evidence for whoever is signed in, or nobody. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return sendEvidenceFile(await currentActor(), (await params).id);
}
