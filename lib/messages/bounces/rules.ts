import type { MailRefusal } from "./schema.ts";

const statusIn = (words: string): string | null => /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(words)?.[1] ?? null;

/** What the error of a mail library says of the other server's answer; null when there was none (no connection, a wrong setting). */
export function refusalOf(error: unknown): MailRefusal | null {
  if (!(error instanceof Error)) return null;
  const { responseCode, command, response } = error as Error & { responseCode?: unknown; command?: unknown; response?: unknown };
  if (typeof responseCode !== "number") return null;
  const words = typeof response === "string" ? response : error.message;
  return { code: responseCode, status: statusIn(words), ofRecipient: command === "RCPT TO", words };
}

/**
 * True when an address does not exist, or not any more: bad mailbox or domain (5.1.x), a mailbox that was closed (5.2.1), or
 * a refused recipient where no status says why. A full mailbox (5.2.2), and a refusal of what the mail says (5.7.x), are not.
 */
export function isNoSuchAddress({ code, status, ofRecipient }: MailRefusal): boolean {
  if (status) return /^5\.1\.(1|2|3|6|10)$/.test(status) || status === "5.2.1";
  return ofRecipient && (code === 550 || code === 551 || code === 553);
}

/** Of what another server says nobody reads more. */
const mostWords = 2_000;

/** What was said, without any address in it, short enough to be kept. */
export function withoutAddresses(words: string): string {
  // Looking for addresses takes the square of the length, and other servers say what they like. What is cut in two may be one.
  const some = words.length > mostWords ? words.slice(0, mostWords).replace(/\S*$/, "") : words;
  return some.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, "…").replace(/\s+/g, " ").trim().slice(0, 400);
}

const field = (block: string, name: string): string => new RegExp(`^${name}:\\s*(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(block)?.[1]?.trim() ?? "";

/** What a delivery status (RFC 3464) says of its recipients that failed for good; the first block is about the mail as a whole. */
export function failuresIn(deliveryStatus: string): MailRefusal[] {
  const blocks = deliveryStatus.split(/\r?\n\s*\r?\n/).filter((block) => field(block, "Final-Recipient"));
  return blocks.flatMap((block) => {
    if (field(block, "Action").toLowerCase() !== "failed") return [];
    const words = field(block, "Diagnostic-Code");
    const code = Number(/\b([45]\d\d)\b/.exec(words)?.[1] ?? "") || null;
    return [{ code, status: statusIn(field(block, "Status")), ofRecipient: true, words: words || field(block, "Status") }];
  });
}
