import { ZodError } from "zod";
import { DomainError, fieldErrorsOf, isDomainError, type ErrorCode, type FieldErrors } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log.ts";

/** Why something was not done: a code, and the fields to mend. */
export type Refusal = { ok: false; code: ErrorCode; fieldErrors: FieldErrors };

/** What a server action or a form handler tells the page. */
export type Answer<T> = { ok: true; value: T } | Refusal;

/**
 * Runs one use case and turns what it throws into an answer. Framework signals (redirect, notFound) pass through;
 * anything unexpected is logged whole and answered as UNAVAILABLE, so that no stack reaches a person.
 */
export async function answer<T>(run: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return refusalOf(error);
  }
}

/** The refusal for a thrown error; see {@link answer}. */
export function refusalOf(error: unknown): Refusal {
  if (isDomainError(error)) return { ok: false, code: error.code, fieldErrors: error.fieldErrors };
  if (error instanceof ZodError) return { ok: false, code: "INVALID_INPUT", fieldErrors: fieldErrorsOf(error) };
  if (error instanceof Error && "digest" in error) throw error;
  if (cannotBeStored(error)) return { ok: false, code: "INVALID_INPUT", fieldErrors: {} };
  log.error({ err: error }, "unexpected error in a use case");
  const unavailable = new DomainError("UNAVAILABLE");
  return { ok: false, code: unavailable.code, fieldErrors: {} };
}

/**
 * True when the database refused a value that no form of ours sends (a NUL, half a character, a number beyond the
 * column): somebody wrote the request by hand, and there is no fault to look into.
 */
function cannotBeStored(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "P2020" || /^P20/.test(String(error.code)) && /Code: `(22021|22P05)`/.test(error.message);
}
