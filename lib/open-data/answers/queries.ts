import type { Resource } from "#lib/record/publication/schema.ts";
import { findRecord, listRecords } from "#lib/open-data/resources/queries.ts";
import type { Asked } from "#lib/open-data/resources/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { PageCache } from "#lib/platform/server/page-cache.ts";

/** Reads what an address asks for; the addresses are ours, so they stay the key of what they ask for. */
const asking = new Map<string, () => Promise<string | null>>();

/**
 * Finished answers, each read at most once in five seconds and one at a time, however many ask. What nobody asked for
 * lately is read eight at a time; when too many wait, the rest is told to come back.
 */
const answers = new PageCache({
  freshFor: 5_000, sentAtOnceFor: 10_000, maxBytes: 32 * 1024 * 1024,
  render: async (address) => {
    const text = await asking.get(address)?.();
    return { status: text ? 200 : 404, headers: {}, body: Buffer.from(text ?? ""), compressed: Buffer.alloc(0) };
  },
});

/** @throws DomainError UNAVAILABLE, or what reading threw when there is no earlier answer */
async function keptAnswer(address: string, read: () => Promise<string | null>): Promise<string | null> {
  asking.set(address, read);
  try {
    const { page } = await answers.get(address);
    if (page.status >= 500) throw new Error("the answer could not be read");
    return page.status === 200 ? page.body.toString("utf8") : null;
  } finally {
    asking.delete(address);
  }
}

/** A page of a collection as it is sent. */
export async function getCollection(resource: Resource, asked: Asked): Promise<string> {
  const path = `/api/v1/${resource.name}`;
  const here = `${path}?${asked.address}`;
  const read = async () => {
    const { records, next } = await listRecords(resource, asked, now());
    const after = new URLSearchParams(asked.address);
    if (next) after.set("cursor", next);
    const links = { self: publicUrl(here), next: next ? publicUrl(`${path}?${after}`) : null };
    return JSON.stringify({ data: records, page: { limit: asked.limit, next }, links, licence: dataLicence().url });
  };
  return (await keptAnswer(here, read)) ?? "";
}

/** One record as it is sent; null when there is none that is public. */
export function getSingle(resource: Resource, key: string): Promise<string | null> {
  return keptAnswer(`/api/v1/${resource.name}/${key}`, async () => {
    const record = await findRecord(resource, key, now());
    return record && JSON.stringify({ data: record, licence: dataLicence().url });
  });
}
