import { z } from "zod";
import { machineTime } from "#lib/platform/clock.ts";

/** True for what can be the id of a record. Ids arrive in addresses, and PostgreSQL refuses to compare a uuid with anything else. */
export function isId(value: string): boolean {
  return z.uuid().safeParse(value).success;
}

/**
 * A new id (UUID version 7): its first 48 bits are the time, so that what is made together lies together in an index. Also runs in a
 * browser, where a form chooses the id of what it adds.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = machineTime().toString(16).padStart(12, "0");
  const random = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = ((bytes[8] ?? 0) & 0x3f | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(13, 16)}-${variant}${random.slice(18, 20)}-${random.slice(20)}`;
}
