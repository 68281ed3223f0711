import { createInflateRaw } from "node:zlib";
import { Refused, workbookLimits } from "./schema.ts";

/** A file inside an archive: where its packed bytes are, and how large it says it is. */
export interface ZipEntry {
  name: string;
  packed: Uint8Array;
  stored: boolean;
  size: number;
}

/** An archive whose list of contents was read and found bearable. Nothing is unpacked yet. */
export interface Zip {
  entries: Map<string, ZipEntry>;
  /** Bytes unpacked so far, over all entries. */
  unpacked: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const utf8 = new TextDecoder("utf-8");

const damaged = () => new Refused("damaged");

/** Whether bytes begin as a ZIP archive (or an empty one) does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) <= 5;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === endSignature) return at;
  throw damaged();
}

/** Reads the list of contents. Refuses encrypted entries, too many of them, and sizes beyond the limits as they are declared. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > workbookLimits.parts) throw new Refused("bomb");
    const entries = new Map<string, ZipEntry>();
    let declared = 0;
    for (let at = view.getUint32(end + 16, true), index = 0; index < count; index += 1) {
      const { entry, next } = readEntry(bytes, view, at);
      declared += entry.size;
      if (declared > workbookLimits.unpackedBytes || entry.size > workbookLimits.partBytes) throw new Refused("tooLarge");
      entries.set(entry.name, entry);
      at = next;
    }
    return { entries, unpacked: 0 };
  } catch (error) {
    // Offsets that lead out of the file: the list is cut off or lies.
    throw error instanceof RangeError ? damaged() : error;
  }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== entrySignature) throw damaged();
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
  const local = view.getUint32(at + 42, true);
  if (flags & 1) throw new Refused("passwordProtected");
  if (size === 0xffffffff || packedSize === 0xffffffff) throw new Refused("tooLarge");
  if ((method !== 0 && method !== 8) || view.getUint32(local, true) !== localSignature) throw damaged();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) throw damaged();
  const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/").replace(/^\/+/, "");
  return { entry: { name, packed: bytes.subarray(start, start + packedSize), stored: method === 0, size }, next: at + 46 + nameLength + extraLength + commentLength };
}

/**
 * Unpacks one entry piece by piece. What really comes out is counted, whatever the archive declared: beyond the limits, or
 * beyond what any sheet compresses to, it is refused before it is in memory.
 */
export async function* unpack(zip: Zip, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of entry.stored ? [entry.packed] : inflated(entry.packed)) {
    size += piece.length;
    zip.unpacked += piece.length;
    if (size > workbookLimits.partBytes || zip.unpacked > workbookLimits.unpackedBytes) throw new Refused("tooLarge");
    if (size > workbookLimits.ratioFrom && size > entry.packed.length * workbookLimits.ratio) throw new Refused("bomb");
    yield piece;
  }
}

async function* inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: 65_536 });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch {
    throw damaged();
  } finally {
    stream.destroy();
  }
}

/** A whole entry in memory, within the same limits. */
export async function unpackWhole(zip: Zip, entry: ZipEntry): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack(zip, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}
