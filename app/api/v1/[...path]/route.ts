import { getCollection, getSingle } from "#lib/open-data/answers/queries.ts";
import { answerWith, jsonHeaders, openHeaders, preflight, problemResponse } from "#lib/open-data/answers/rules.ts";
import type { Resource } from "#lib/record/publication/schema.ts";
import { findResource } from "#lib/open-data/resources/queries.ts";
import { readParameters } from "#lib/open-data/resources/rules.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { getPublishedBytes } from "#lib/reports/queries.ts";

const site = () => publicUrl("/").replace(/\/$/, "");

async function collection(request: Request, resource: Resource): Promise<Response> {
  const read = readParameters(resource, new URL(request.url).searchParams);
  if ("misunderstood" in read) return problemResponse("bad-parameter", site(), read.misunderstood);
  return answerWith(request, await getCollection(resource, read.asked), jsonHeaders);
}

async function single(request: Request, resource: Resource, key: string): Promise<Response> {
  const body = await getSingle(resource, key);
  return body === null ? problemResponse("not-found", site()) : answerWith(request, body, jsonHeaders);
}

/** A frozen version, byte for byte; it never changes. */
async function version(request: Request, slug: string, number: string): Promise<Response> {
  const frozen = /^[1-9]\d{0,5}$/.test(number) && /^[a-z0-9-]{1,200}$/.test(slug) ? await getPublishedBytes(slug, Number(number)) : null;
  if (!frozen) return problemResponse("not-found", site());
  return answerWith(request, frozen.snapshot, { ...openHeaders, "Content-Type": "application/json; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable" });
}

/** The open data: a collection, a record, or a frozen version of a report. Only reads, and only what everybody may read. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const [name = "", key, versions, number, ...more] = (await params).path;
  try {
    const resource = findResource(name);
    if (!resource || more.length > 0) return problemResponse("not-found", site());
    if (key === undefined) return await collection(request, resource);
    if (versions === undefined) return await single(request, resource, key);
    return name === "reports" && versions === "versions" && number ? await version(request, key, number) : problemResponse("not-found", site());
  } catch (error) {
    if (!isDomainError(error)) log.error({ err: error, path: new URL(request.url).pathname }, "open data could not be read");
    return problemResponse("unavailable", site());
  }
}

export function OPTIONS(): Response {
  return preflight();
}
