import { readFileSync } from "node:fs";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { loadFonts } from "./fonts.ts";

/** No file is read but the template; everything else comes in memory. */
const nowhere = path.resolve("/nonexistent");
const templates = path.join(process.cwd(), "lib/reports/files");

let compiler: NodeCompiler | undefined;

/** A document that has been laid out and can be written as PDF. */
export interface LaidOut {
  pages: number;
  /** Tagged PDF/UA-1; the same bytes for the same document. */
  pdf: () => Uint8Array;
  /** Its first page, every letter as a shape. */
  svg: () => string;
}

/**
 * Lays a document out by a template beside this file, which reads it from `sys.inputs.document` as JSON.
 * Takes seconds for hundreds of pages and blocks its thread. Throws when the template cannot be followed.
 */
export function layOut(template: "report.typ" | "summary.typ" | "picture.typ" | "poster.typ", document: object): LaidOut {
  compiler ??= NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: loadFonts().blobs }] });
  const own = compiler;
  const mainFileContent = ["drawing.typ", template].map((name) => readFileSync(path.join(templates, name), "utf8")).join("\n");
  const compiled = own.compile({ mainFileContent, inputs: { document: JSON.stringify(document) } });
  const { result } = compiled;
  if (!result) {
    const error = compiled.takeError();
    throw new Error(`${template}: ${error ? JSON.stringify(own.fetchDiagnostics(error)) : "not laid out"}`);
  }
  return { pages: result.numOfPages, pdf: () => written(own, result), svg: () => drawn(own, result) };
}

function written(own: NodeCompiler, result: Parameters<NodeCompiler["pdf"]>[0]): Uint8Array {
  const bytes = own.pdf(result, { pdfStandard: "ua-1" });
  own.evictCache(0);
  return bytes;
}

function drawn(own: NodeCompiler, result: Parameters<NodeCompiler["plainSvg"]>[0]): string {
  const svg = own.plainSvg(result);
  own.evictCache(0);
  return svg;
}
