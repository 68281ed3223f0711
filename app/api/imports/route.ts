import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { currentActor } from "#lib/accounts/queries.ts";
import { receiveImport, type ReceivedDocument } from "#lib/imports/commands.ts";
import { maxImportSize, maxPastedText } from "#lib/imports/schema.ts";
import { defaultLocale, localeSchema } from "#lib/record/localized/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";
import { deleteFile, putFile } from "#lib/platform/storage.ts";

/** Reading a document takes more than storing it. */
export const maxDuration = 60;

/**
 * Takes a document (multipart: `organisationId`, `planId` or "" for a new plan, then `file` or `text`) and reads it; answers
 * `{ ok, value: { id, status } }`, or `{ ok, value: { refusal } }`, a sentence in the language of `locale`, when nothing can be read of it.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await answer(async (): Promise<{ id: string; status: string } | { refusal: string }> => {
    requireSameOrigin(request);
    const actor = await currentActor();
    if (!actor?.accountId) throw new DomainError("UNAUTHENTICATED");
    await consume("import", actor.accountId, 60, 3600);
    const { document, organisationId, planId, locale } = await readForm(request);
    const received = await receiveImport(actor, document, { organisationId, planId: planId || null }, now());
    if (!("refusal" in received)) return received;
    const say = await translatorFor(localeSchema.catch(defaultLocale).parse(locale));
    return { refusal: say(received.refusal.key, received.refusal.values) };
  });
  return Response.json(result, { status: result.ok ? 201 : 422, headers: { "Cache-Control": "no-store" } });
}

interface Form {
  organisationId: string;
  planId: string;
  locale: string;
  document: ReceivedDocument;
}

/** The form with its first file, which goes to disk as it comes and is given up as soon as it is larger than allowed. */
async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get("content-type");
  if (!request.body || !type?.startsWith("multipart/form-data")) throw missing();
  if (Number(request.headers.get("content-length")) > 2 * maxImportSize) throw tooLarge();
  const parser = parserOf(type);
  const body = Readable.fromWeb(request.body as ReadableStream);
  const fields = new Map<string, string>();
  const files: { stream: Readable; stored: Promise<{ fileKey: string; fileName: string }> }[] = [];
  parser.on("field", (name, value) => fields.set(name, value));
  parser.on("file", (_name, stream, { filename }) => {
    stream.once("limit", () => stream.destroy(tooLarge()));
    const stored = putFile(stream).then((fileKey) => ({ fileKey, fileName: filename ?? "" }));
    stored.catch((error: unknown) => body.destroy(error instanceof Error ? error : missing()));
    files.push({ stream, stored });
  });
  await pipeline(body, parser).catch(async (error: unknown) => {
    for (const { stream, stored } of files) {
      stream.destroy(missing());
      await stored.then(({ fileKey }) => deleteFile(fileKey), () => undefined);
    }
    throw isDomainError(error) ? error : missing();
  });
  const file = await files[0]?.stored;
  const said = (name: string) => fields.get(name) ?? "";
  if (file && !file.fileName) await deleteFile(file.fileKey);
  return { organisationId: said("organisationId"), planId: said("planId"), locale: said("locale"), document: file?.fileName ? file : { text: said("text") } };
}

function parserOf(type: string): busboy.Busboy {
  try {
    // Of a longer text, one unit more than is allowed: the command refuses it.
    return busboy({ headers: { "content-type": type }, limits: { files: 1, fileSize: maxImportSize + 1, fields: 6, fieldSize: 4 * (maxPastedText + 1) }, defParamCharset: "utf8" });
  } catch {
    throw missing();
  }
}

const tooLarge = () => new DomainError("FILE_TOO_LARGE", { file: "fileTooLarge" });
const missing = () => new DomainError("FILE_MISSING", { file: "fileMissing" });
