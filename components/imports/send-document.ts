import type { Answer } from "#lib/platform/answers.ts";

/** What the upload answers; see app/api/imports. */
export type SentDocument = Answer<{ id: string; status: string } | { refusal: string }>;

/** Sends the form; XMLHttpRequest, because fetch does not tell how much has gone up. */
export function sendDocument(form: FormData, onPercent: (percent: number) => void): Promise<SentDocument> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const unavailable = () => resolve({ ok: false, code: "UNAVAILABLE", fieldErrors: {} });
    request.open("POST", "/api/imports");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onPercent(Math.floor((loaded / Math.max(total, 1)) * 100)));
    request.addEventListener("load", () => (request.response ? resolve(request.response as SentDocument) : unavailable()));
    request.addEventListener("error", unavailable);
    request.addEventListener("abort", unavailable);
    request.send(form);
  });
}
