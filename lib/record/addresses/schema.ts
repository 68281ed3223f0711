import { z } from "zod";

/** One value of a query parameter; of several, the first. */
export const oneValueSchema = z.union([z.string(), z.array(z.string()).transform(([first]) => first ?? "")]);

/** A path with what is asked of it, in the order given; what is not set, and the first page, is left out: one spelling of each address. */
export function addressOf(path: string, asked: object): string {
  const said = Object.entries(asked).filter(([name, value]) => value !== null && value !== undefined && value !== "" && !(name === "page" && value === 1));
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
}

/** The page that an address asks for, from 1; the first where it asks for none that can be. */
export const pageSchema = oneValueSchema.transform(Number).pipe(z.number().int().min(1).max(10_000)).catch(1);
