import { notFound } from "next/navigation";
import { isDomainError } from "#lib/platform/errors.ts";

/** What a page needs; where the query says NOT_FOUND, the page is the "not found" page. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (isDomainError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
