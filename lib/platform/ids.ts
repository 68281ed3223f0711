import { z } from "zod";

/** True for what can be the id of a record. Ids arrive in addresses, and PostgreSQL refuses to compare a uuid with anything else. */
export function isId(value: string): boolean {
  return z.uuid().safeParse(value).success;
}
