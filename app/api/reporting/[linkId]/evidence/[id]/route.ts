import { currentReportingLink } from "#lib/boards/reporting-links/queries.ts";
import { sendEvidenceFile } from "../../../../evidence/send-file.ts";

/** A file of evidence for whoever holds the link; to anybody else what is public. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await currentReportingLink();
  return sendEvidenceFile(actor, (await params).id);
}
