import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { FileOrder } from "./making.ts";
import { orderFile } from "./workshop.ts";

type Drawing = Exclude<FileOrder, { snapshot: string }>;

/** Pictures and posters by what is on them: drawing one again would give the same bytes. */
const drawn = new LRUCache<string, Buffer>({ maxSize: 24 * 1024 * 1024, sizeCalculation: ({ length }) => length + 200 });

/** @throws DomainError UNAVAILABLE when too many are to be drawn at once */
export async function drawOnce(order: Drawing): Promise<Buffer> {
  const key = createHash("sha256").update(JSON.stringify(order)).digest("base64");
  const kept = drawn.get(key);
  if (kept) return kept;
  const bytes = Buffer.from(await orderFile(order));
  drawn.set(key, bytes);
  return bytes;
}
