/** The absolute address of a path ("/ka/plans") for links outside a page: mails, sharing. `PUBLIC_URL` is set at start. */
export function publicUrl(path: string): string {
  return new URL(path, process.env.PUBLIC_URL ?? "http://localhost:3000").href;
}
