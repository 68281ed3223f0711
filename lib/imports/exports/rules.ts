import { attachmentHeader } from "#lib/evidence/rules.ts";

/** Headers of a file that is saved, never shown in place. */
export function downloadHeaders({ fileName, contentType, isPublic }: { fileName: string; contentType: string; isPublic: boolean }): Record<string, string> {
  return {
    "Content-Type": contentType,
    "Content-Disposition": attachmentHeader(fileName),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Cache-Control": isPublic ? "public, max-age=60" : "private, no-store",
  };
}
