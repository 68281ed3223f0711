import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { machineTime } from "#lib/platform/clock.ts";

/** A plain-text mail to one person. Headers are built by the library, which refuses line breaks in them. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  /** Text files that go with it. */
  attachments?: { fileName: string; mediaType: string; content: string }[];
  /** Where a mail program's own button ends such mails: one POST, nothing to log in to or to confirm (RFC 8058). */
  unsubscribeUrl?: string | null;
  /** To whom other servers report that they could not deliver it; the sender when it is left out. */
  bouncesTo?: string | null;
}

const transports = new Map<string, Transporter>();

function smtp(url: string): Transporter {
  const known = transports.get(url) ?? createTransport(url);
  transports.set(url, known);
  return known;
}

function composedOf({ attachments = [], unsubscribeUrl, bouncesTo, ...message }: Message): SendMailOptions {
  const from = process.env.MAIL_FROM ?? "Open Commitments <no-reply@localhost>";
  const headers = unsubscribeUrl ? { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};
  const envelope = bouncesTo ? { envelope: { from: bouncesTo, to: message.to } } : {};
  return { from, ...message, ...envelope, headers, attachments: attachments.map(({ fileName, mediaType, content }) => ({ filename: fileName, contentType: mediaType, content })) };
}

async function writeToOutbox(message: SendMailOptions): Promise<void> {
  const composed = await createTransport({ streamTransport: true, buffer: true, newline: "windows" }).sendMail(message);
  const folder = path.join(process.env.DATA_DIR ?? "data", "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, `${new Date(machineTime()).toISOString().replaceAll(":", "-")}-${randomUUID()}.eml`);
  await writeFile(`${place}.part`, composed.message as Buffer, { mode: 0o600 });
  await rename(`${place}.part`, place);
}

/**
 * Hands a mail to the SMTP server of `SMTP_URL`, or, without one, writes it as an `.eml` file under `DATA_DIR/outbox`.
 * Rejects when the server does not take it; the queue tries again.
 */
export async function deliver(message: Message): Promise<void> {
  const url = process.env.SMTP_URL;
  if (url) await smtp(url).sendMail(composedOf(message));
  else await writeToOutbox(composedOf(message));
}

/** False where mails are only written to files: then somebody has to pass a link on. */
export function hasMailServer(): boolean {
  return Boolean(process.env.SMTP_URL);
}
