import { signIn } from "next-auth/react";
import type { SignIn } from "#lib/accounts/schema.ts";
import type { Answer } from "#lib/platform/answers.ts";

/** Why somebody did not come in; a key of the words of sign-in. */
export type Refusal = "failed" | "tooMany" | "unavailable" | "codeNeeded" | "codeWrong";

const refusals: Record<string, Refusal> = { CredentialsSignin: "failed", TOO_MANY_ATTEMPTS: "tooMany", CODE_REQUIRED: "codeNeeded", CODE_WRONG: "codeWrong" };

/** Asks for a session; the refusal is the same for a wrong e-mail and a wrong password. */
export async function enter({ email, password, code }: SignIn): Promise<Answer<Refusal | null>> {
  const result = await signIn("credentials", { email, password, ...(code ? { code } : {}), redirect: false, callbackUrl: "/" });
  if (result?.ok) return { ok: true, value: null };
  return { ok: true, value: refusals[result?.error ?? ""] ?? "unavailable" };
}
