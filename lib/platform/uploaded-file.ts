import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { DomainError } from "#lib/platform/errors.ts";

/** One file of a form, held in memory, with the form's other fields. */
export interface PostedFile {
  fields: Record<string, string>;
  fileName: string;
  bytes: Uint8Array;
}

/**
 * The first file of a multipart body, given up as soon as it is larger than `maxSize` bytes, and the short fields before it.
 * Throws FILE_MISSING, FILE_TOO_LARGE.
 */
export async function readPostedFile(request: Request, maxSize: number): Promise<PostedFile> {
  const type = request.headers.get("content-type");
  if (!request.body || !type?.startsWith("multipart/form-data")) throw missing();
  if (Number(request.headers.get("content-length")) > 2 * maxSize) throw tooLarge();
  const parser = parserOf(type, maxSize);
  const body = Readable.fromWeb(request.body as ReadableStream);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const fields: Record<string, string> = {};
    let fileName: string | null = null;
    parser.on("field", (name, value) => {
      fields[name] ??= value;
    });
    parser.on("file", (_name, stream, info) => {
      fileName = info.filename ?? "";
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => {
        body.destroy();
        reject(tooLarge());
      });
    });
    parser.on("close", () => (fileName === null ? reject(missing()) : resolve({ fields, fileName, bytes: Buffer.concat(chunks) })));
    parser.on("error", () => reject(missing()));
    body.on("error", () => reject(missing()));
    body.pipe(parser);
  });
}

function parserOf(type: string, maxSize: number): busboy.Busboy {
  try {
    return busboy({ headers: { "content-type": type }, limits: { files: 1, fileSize: maxSize + 1, fields: 4, fieldSize: 100 }, defParamCharset: "utf8" });
  } catch {
    throw missing();
  }
}

const tooLarge = () => new DomainError("FILE_TOO_LARGE", { file: "fileTooLarge" });
const missing = () => new DomainError("FILE_MISSING", { file: "fileMissing" });
