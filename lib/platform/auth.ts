import { getServerSession, type AuthOptions, type Session } from "next-auth";
import { encode, getToken } from "next-auth/jwt";
import { cookies } from "next/headers";
import { machineTime } from "#lib/platform/clock.ts";
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
  return typeof signedInAt === "number" && machineTime() - signedInAt < sessionSeconds * 1_000;
}

/**
 * How sessions are kept: a signed and encrypted token in an HTTP-only cookie, `__Secure-` when the public address is
 * https. It holds the account and its session version and nothing else. Providers are added where accounts are known.
 */
export const sessionOptions: Omit<AuthOptions, "providers"> = {
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/ka/sign-in", signOut: "/ka/sign-in", error: "/ka/sign-in", verifyRequest: "/ka/sign-in" },
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sessionVersion: user.sessionVersion, signedInAt: machineTime() } : token),
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

/**
 * Keeps the session of the request under way when all sessions of its account were just ended by what it asked for: it
 * alone gets the new session version. Its end stays where it was. For actions that the person proved to be theirs.
 */
export async function keepSession(sessionVersion: number): Promise<void> {
  const [jar, secure, secret] = [await cookies(), process.env.NEXTAUTH_URL?.startsWith("https:") ?? false, process.env.AUTH_SECRET];
  const sent = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
  const token = await getToken({ req: { cookies: sent, headers: {} } as Parameters<typeof getToken>[0]["req"], secureCookie: secure, secret });
  if (!token || !secret || !counts(token.signedInAt)) return;
  const fresh = await encode({ token: { sub: token.sub, sessionVersion, signedInAt: token.signedInAt }, secret, maxAge: sessionSeconds });
  const name = `${secure ? "__Secure-" : ""}next-auth.session-token`;
  jar.set(name, fresh, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: sessionSeconds });
}
