import { getServerSession, type AuthOptions, type Session } from "next-auth";
import { log } from "#lib/platform/log.ts";

/** Twelve hours: a working day. A token may be issued anew; the session is not prolonged by it. */
export const sessionSeconds = 12 * 60 * 60;

/** What a session says. Whether it still counts is decided against the account, by its session version. */
export interface SessionClaims {
  accountId: string;
  sessionVersion: number;
}

declare module "next-auth" {
  interface Session {
    accountId?: string;
    sessionVersion?: number;
  }
  interface User {
    sessionVersion: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion?: number;
    /** When the person signed in, in milliseconds. Each new issue of the token has a new end, but the same beginning. */
    signedInAt?: number;
  }
}

/** True while a session begun at this time counts. */
function counts(signedInAt: unknown): boolean {
  return typeof signedInAt === "number" && Date.now() - signedInAt < sessionSeconds * 1_000;
}

/**
 * How sessions are kept: a signed and encrypted token in an HTTP-only cookie, `__Secure-` when the public address is
 * https. It holds the account and its session version and nothing else. Providers are added where accounts are known.
 */
export const sessionOptions: Omit<AuthOptions, "providers"> = {
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/ka/sign-in", signOut: "/ka/sign-in", error: "/ka/sign-in", verifyRequest: "/ka/sign-in" },
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sessionVersion: user.sessionVersion, signedInAt: Date.now() } : token),
    session: ({ session, token }): Session => ({
      expires: session.expires,
      ...(token.sub && typeof token.sessionVersion === "number" && counts(token.signedInAt) ? { accountId: token.sub, sessionVersion: token.sessionVersion } : {}),
    }),
  },
  logger: {
    error: (code, metadata) => log.warn({ code, err: metadata instanceof Error ? metadata : undefined }, "session"),
    warn: (code) => log.info({ code }, "session"),
    debug: () => undefined,
  },
};

/** The session of the request under way; null without one, with an expired or with a forged one. */
export async function readSession(): Promise<SessionClaims | null> {
  const session = await getServerSession(sessionOptions as AuthOptions);
  if (!session?.accountId || session.sessionVersion === undefined) return null;
  return { accountId: session.accountId, sessionVersion: session.sessionVersion };
}
