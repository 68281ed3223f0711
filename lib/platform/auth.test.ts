import type { Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionOptions, sessionSeconds } from "./auth.ts";

const { jwt, session } = sessionOptions.callbacks ?? {};
const issue = async (token: JWT, user?: { id: string; sessionVersion: number }) => jwt?.({ token, user, account: null } as Parameters<typeof jwt>[0]) as Promise<JWT>;
const read = async (token: JWT) => session?.({ session: { expires: "later" }, token } as Parameters<typeof session>[0]) as Promise<Session>;

afterEach(() => vi.useRealTimers());

describe("a session", () => {
  it("says whose it is and nothing of what the browser sent", async () => {
    const token = await issue({ name: "forged", email: "a@b.ge" }, { id: "account", sessionVersion: 3 });
    expect(Object.keys(token).sort()).toEqual(["sessionVersion", "signedInAt", "sub"]);
    expect(await read(token)).toEqual({ expires: "later", accountId: "account", sessionVersion: 3 });
  });

  it("ends twelve hours after signing in, however often its token is issued anew", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    let token = await issue({}, { id: "account", sessionVersion: 3 });
    for (let hour = 1; hour < 12; hour += 1) {
      vi.advanceTimersByTime(3_600_000);
      token = await issue(token);
      expect(await read(token)).toHaveProperty("accountId", "account");
    }
    vi.advanceTimersByTime(sessionSeconds * 1_000 - 11 * 3_600_000);
    expect(await read(await issue(token))).toEqual({ expires: "later" });
  });

  it("of an older kind, without a beginning, does not count", async () => {
    expect(await read({ sub: "account", sessionVersion: 3 })).toEqual({ expires: "later" });
  });
});
