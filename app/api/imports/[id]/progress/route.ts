import { currentActor } from "#lib/accounts/queries.ts";
import { getImport } from "#lib/imports/queries.ts";

/** How far an import is: `{ status, done, total }`; a small answer, because a page asks again and again. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, { id }] = [await currentActor(), await params];
  const found = actor && (await getImport(actor, id));
  const headers = { "Cache-Control": "no-store" };
  if (!found) return Response.json({ ok: false, code: "NOT_FOUND" }, { status: 404, headers });
  const { status, done, total } = found;
  return Response.json({ status, done, total }, { headers });
}
