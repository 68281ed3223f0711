/** A mail server's answer without the addresses that it repeats. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"']+@[^\s<>"']+/g, "…");
}
