import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { currentActor } from "#lib/accounts/queries.ts";
import { uploadEvidence, type UploadedFile } from "#lib/evidence/commands.ts";
import { maxFileSize } from "#lib/evidence/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { consume } from "#lib/platform/limits.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";

/** Uploads one file (multipart: `organisationId`, then `file`); answers `{ ok, value: { id, fileName, size, mediaType } }`. */
export async function POST(request: Request): Promise<Response> {
  const result = await answer(async () => {
    requireSameOrigin(request);
    const actor = await currentActor();
    if (!actor?.accountId) throw new DomainError("UNAUTHENTICATED");
    await consume("evidence", actor.accountId, 200, 3600);
    return uploadEvidence(actor, await readFile(request), now());
  });
  return Response.json(result, { status: result.ok ? 201 : 422, headers: { "Cache-Control": "no-store" } });
}

/** The first file of the body, held in memory and given up as soon as it is larger than allowed. */
async function readFile(request: Request): Promise<UploadedFile> {
  const type = request.headers.get("content-type");
  if (!request.body || !type?.startsWith("multipart/form-data")) throw new DomainError("FILE_MISSING", { file: "fileMissing" });
  if (Number(request.headers.get("content-length")) > 2 * maxFileSize) throw tooLarge();
  const parser = parserOf(type);
  const body = Readable.fromWeb(request.body as ReadableStream);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let organisationId = "";
    let fileName: string | null = null;
    parser.on("field", (name, value) => (name === "organisationId" ? (organisationId = value) : undefined));
    parser.on("file", (_name, stream, info) => {
      fileName = info.filename ?? "";
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => {
        body.destroy();
        reject(tooLarge());
      });
    });
    parser.on("close", () => (fileName === null ? reject(missing()) : resolve({ organisationId, fileName, bytes: Buffer.concat(chunks) })));
    parser.on("error", () => reject(missing()));
    body.on("error", () => reject(missing()));
    body.pipe(parser);
  });
}

function parserOf(type: string): busboy.Busboy {
  try {
    return busboy({ headers: { "content-type": type }, limits: { files: 1, fileSize: maxFileSize + 1, fields: 4, fieldSize: 100 }, defParamCharset: "utf8" });
  } catch {
    throw missing();
  }
}

const tooLarge = () => new DomainError("FILE_TOO_LARGE", { file: "fileTooLarge" });
const missing = () => new DomainError("FILE_MISSING", { file: "fileMissing" });
