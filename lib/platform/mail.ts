import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { machineTime } from "#lib/platform/clock.ts";

/** A plain-text mail to one person. Headers are built by the library, which refuses line breaks in them. */
export interface Message {
  to: string;
  subject: string;
  text: string;
}

const transports = new Map<string, Transporter>();

function smtp(url: string): Transporter {
  const known = transports.get(url) ?? createTransport(url);
  transports.set(url, known);
  return known;
}

async function writeToOutbox(from: string, message: Message): Promise<void> {
  const composed = await createTransport({ streamTransport: true, buffer: true, newline: "windows" }).sendMail({ from, ...message });
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
  const from = process.env.MAIL_FROM ?? "Open Commitments <no-reply@localhost>";
  const url = process.env.SMTP_URL;
  if (url) await smtp(url).sendMail({ from, ...message });
  else await writeToOutbox(from, message);
}
