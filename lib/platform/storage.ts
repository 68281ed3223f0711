import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

const keyPattern = /^[0-9a-f]{64}$/;

function folder(): string {
  return path.join(process.env.DATA_DIR ?? "data", "evidence");
}

function placeOf(key: string): string {
  if (!keyPattern.test(key)) throw new Error("not a storage key");
  return path.join(folder(), key.slice(0, 2), key);
}

/**
 * Stores a file under a random key and returns the key. The file is complete on disk, under its final name, before this
 * returns: a crash leaves the whole file or none. A stream goes to disk as it comes; when it fails, nothing stays of it.
 */
export async function putFile(content: Uint8Array | Readable): Promise<string> {
  const key = randomBytes(32).toString("hex");
  const place = placeOf(key);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const partial = `${place}.part`;
  const file = await open(partial, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(partial, place);
  return key;
}

/** All bytes of a stored file; null when there is none under the key. */
export async function readStoredFile(key: string): Promise<Uint8Array | null> {
  return readFile(placeOf(key)).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
}

/** A stored file as a stream with its size in bytes; null when there is none under the key. */
export async function openFile(key: string): Promise<{ stream: Readable; size: number } | null> {
  const place = placeOf(key);
  const found = await stat(place).catch(() => null);
  return found?.isFile() ? { stream: createReadStream(place), size: found.size } : null;
}

/** Removes a stored file; nothing happens when it is gone already. */
export async function deleteFile(key: string): Promise<void> {
  await rm(placeOf(key), { force: true });
}
