import { LRUCache } from "lru-cache";
import { isSecretariatOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { getPlanFile } from "#lib/imports/plan-files/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { getWorkbookTerms } from "#lib/imports/workbooks/queries.ts";
import type { WorkbookFormat } from "#lib/imports/workbooks/schema.ts";
import { workbookContentType, workbookFileName, writeExample, writeWorkbook } from "#lib/imports/workbooks/writing.ts";

export interface Download {
  bytes: Uint8Array;
  fileName: string;
  contentType: string;
  /** Anybody may have it, and keep it for a minute. */
  isPublic: boolean;
}

/** Names of organisations and lists change without the plan: after a minute a file is written afresh. */
const written = new LRUCache<string, Promise<Uint8Array>>({ max: 40, ttl: 60_000 });

/** One writing for all who ask at the same time. */
function once(key: string, write: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = written.get(key);
  if (known) return known;
  const writing = write();
  written.set(key, writing);
  writing.catch(() => written.delete(key));
  return writing;
}

/**
 * A plan as it is promised now, as a file: of a draft for its Secretariat alone. Null when there is none to be had.
 * @param actor null: the public
 */
export async function getPlanDownload(actor: Actor | null, slug: string, format: WorkbookFormat, locale: Locale): Promise<Download | null> {
  const plan = await db().plan.findUnique({ where: { slug }, select: { id: true, status: true, revision: true, secretariatId: true } });
  const isPublic = plan !== null && plan.status !== "draft";
  if (!plan || !(isPublic || (actor && isSecretariatOf(actor, plan)))) return null;
  const language = format === "json" ? "" : locale;
  const bytes = await once(`${plan.id} ${plan.revision} ${format} ${language}`, async () => {
    const { file } = (await getPlanFile(plan.id)) ?? {};
    if (!file) throw new Error("the plan went while it was written down");
    return writeWorkbook(file, format, locale, await getWorkbookTerms());
  });
  return { bytes, fileName: workbookFileName(slug, format), contentType: workbookContentType(format), isPublic };
}

/** The filled example of a format. */
export async function getExampleDownload(format: WorkbookFormat, locale: Locale): Promise<Download> {
  const bytes = await once(`example ${format} ${locale}`, async () => writeExample(format, locale, await getWorkbookTerms()));
  return { bytes, fileName: workbookFileName("example", format), contentType: workbookContentType(format), isPublic: true };
}
