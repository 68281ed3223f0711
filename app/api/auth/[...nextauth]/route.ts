import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signInSchema } from "#lib/accounts/schema.ts";
import { sessionOptions } from "#lib/platform/auth.ts";
import { machineTime } from "#lib/platform/clock.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log.ts";
import { signOut, verifySignIn } from "#lib/accounts/sign-in/commands.ts";

/** Sessions, and the codes of authenticator apps, go by the machine's time, whatever clock is set here. */
const now = () => new Date(machineTime());

/** Where the request came from, as our server states it; see lib/platform/server. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const stated = headers?.["x-client-address"];
  return typeof stated === "string" ? stated : "unknown";
}

/** The user of a new session; null for a wrong e-mail or password. Any other refusal reaches the form as its code. */
async function authorize(raw: unknown, headers: Record<string, unknown> | undefined) {
  const input = signInSchema.safeParse(raw);
  if (!input.success) return null;
  try {
    const { accountId, sessionVersion } = await verifySignIn({ ...input.data, address: addressOf(headers) }, now());
    return { id: accountId, sessionVersion };
  } catch (error) {
    if (isDomainError(error) && error.code === "UNAUTHENTICATED") return null;
    if (isDomainError(error)) throw new Error(error.code);
    log.error({ err: error }, "sign-in failed");
    throw new Error("UNAVAILABLE");
  }
}

const handler = NextAuth({
  ...sessionOptions,
  events: {
    signOut: async ({ token }) => {
      if (token?.sub && typeof token.sessionVersion === "number") await signOut({ accountId: token.sub, sessionVersion: token.sessionVersion }, now());
    },
  },
  providers: [Credentials({ credentials: { email: {}, password: {}, code: {} }, authorize: (raw, request) => authorize(raw, request.headers) })],
});

export { handler as GET, handler as POST };
