import { beforeEach, describe, expect, it } from "vitest";
import { createAccount, setPassword } from "#lib/accounts/commands.ts";
import { findSessionAccount } from "#lib/accounts/queries.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { totpCode } from "#lib/platform/totp.ts";
import { verifySignIn } from "#lib/accounts/sign-in/commands.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes, resetSecondFactor } from "./commands.ts";
import { countRecoveryCodes } from "./queries.ts";

const system = systemActor("test");
const now = new Date("2020-06-01T08:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const secret = "მწვანე კიბე ცხრაჯერ";
const administrator: Actor = { accountId: null, name: "ანა ადმინისტრატორი", memberships: [{ role: "administrator", organisationId: null }], system: false };
const { received } = testMailServer();
let number = 0;

beforeEach(async () => void (await db().mail.deleteMany()));

async function newPerson(locale: "ka" | "en" = "ka") {
  const email = `person-${(number += 1)}@example.ge`;
  const { id } = await createAccount(system, { email, name: "ნინო ბერიძე", locale }, now);
  await setPassword(system, { accountId: id, password: secret }, now);
  const actor: Actor = { accountId: id, name: "ნინო ბერიძე", memberships: [], system: false };
  const enter = (code?: string, at = now, password = secret) => verifySignIn({ email, password, address: `192.0.2.${number}`, ...(code === undefined ? {} : { code }) }, at);
  return { id, email, actor, enter };
}

/** Somebody with a second factor, set up five minutes ago. */
async function careful(locale: "ka" | "en" = "ka") {
  const person = await newPerson(locale);
  const { secret: totp } = await beginSecondFactor(person.actor, { password: secret }, after(-300));
  const { codes, sessionVersion } = await confirmSecondFactor(person.actor, { code: totpCode(totp, after(-300)) }, after(-300));
  await db().mail.deleteMany();
  return { ...person, totp, codes, sessionVersion, codeAt: (at: Date) => totpCode(totp, at) };
}

async function mailed() {
  received.length = 0;
  await deliverQueuedMail(after(3_600));
  return received.map(({ to, subject, text }) => ({ to: to?.[0]?.address, subject, text: text ?? "" }));
}

const tracesOf = async (id: string) => (await db().auditEvent.findMany({ where: { entityId: id }, orderBy: { id: "asc" } })).map(({ action }) => action);

describe("setting up a second factor", () => {
  it("asks for the password, then for a code, gives ten recovery codes, ends other sessions and says so by mail", async () => {
    const { id, email, actor, enter } = await newPerson();
    const session = await enter();
    await expect(beginSecondFactor(actor, { password: "wrong password" }, now)).rejects.toMatchObject({ fieldErrors: { password: "passwordWrong" } });
    const begun = await beginSecondFactor(actor, { password: secret }, now);
    expect(begun.address).toContain(`secret=${begun.secret}`);
    await expect(enter()).resolves.toHaveProperty("accountId");
    await expect(confirmSecondFactor(actor, { code: "000000" }, now)).rejects.toMatchObject({ code: "CODE_WRONG", fieldErrors: { code: "codeWrong" } });
    const { codes, sessionVersion } = await confirmSecondFactor(actor, { code: totpCode(begun.secret, now) }, now);
    expect(new Set(codes).size).toBe(10);
    expect(await findSessionAccount(session)).toBeNull();
    expect(await findSessionAccount({ accountId: id, sessionVersion })).not.toBeNull();
    expect(await mailed()).toMatchObject([{ to: email, subject: "მეორე ფაქტორი ჩაირთო" }]);
    expect(await tracesOf(id)).toEqual(expect.arrayContaining(["account.second_factor_begun", "account.second_factor_set_up"]));
    await expect(beginSecondFactor(actor, { password: secret }, now)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("keeps the secret sealed and the codes hashed", async () => {
    const { id, totp, codes } = await careful();
    const { totpSecret } = await db().account.findUniqueOrThrow({ where: { id } });
    expect(totpSecret).toMatch(/^v1\./);
    expect(totpSecret).not.toContain(totp);
    const kept = (await db().recoveryCode.findMany({ where: { accountId: id } })).map(({ codeHash }) => codeHash);
    expect(kept).toHaveLength(10);
    for (const code of codes) expect(kept.join()).not.toContain(code.slice(0, 5));
  });
});

describe("signing in with a second factor", () => {
  it("asks for a code only of who knows the password", async () => {
    const { id, enter, codeAt } = await careful();
    await expect(enter(codeAt(now), now, "wrong password")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(enter()).rejects.toMatchObject({ code: "CODE_REQUIRED" });
    await expect(enter("123")).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(enter(codeAt(now))).resolves.toMatchObject({ accountId: id });
    expect(await tracesOf(id)).toEqual(expect.arrayContaining(["account.code_refused", "account.signed_in"]));
  });

  it("takes each code once, no older one after a newer, and none that is more than a step away", async () => {
    const { enter, codeAt } = await careful();
    await expect(enter(codeAt(after(-60)))).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(enter(codeAt(now))).resolves.toHaveProperty("accountId");
    await expect(enter(codeAt(now))).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(enter(codeAt(after(-30)))).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(enter(codeAt(after(30)))).resolves.toHaveProperty("accountId");
  });

  it("takes a code once also when two try at the same moment", async () => {
    const { enter, codeAt, codes } = await careful();
    for (const code of [codeAt(now), codes[0]]) {
      const outcomes = await Promise.allSettled([enter(code), enter(code)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  it("does not take the code by which it was set up", async () => {
    const { actor, enter } = await newPerson();
    const { secret: totp } = await beginSecondFactor(actor, { password: secret }, now);
    await confirmSecondFactor(actor, { code: totpCode(totp, now) }, now);
    await expect(enter(totpCode(totp, now))).rejects.toMatchObject({ code: "CODE_WRONG" });
  });

  it("is guessed six times at most, from anywhere, even with the right code then", async () => {
    const { enter, codeAt } = await careful();
    for (let times = 0; times < 6; times += 1) await expect(enter("000000")).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(enter(codeAt(now))).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});

describe("a recovery code", () => {
  it.each([["ka", "სარეზერვო კოდი გამოყენებულია", "დარჩა 9 კოდი"], ["en", "A recovery code was used", "9 are left"]] as const)("lets its owner in once, however it is typed, and a mail says so (%s)", async (locale, subject, left) => {
    const { id, email, actor, enter, codes } = await careful(locale);
    const typed = ` ${codes[3]?.toUpperCase().replace("-", " ")} `;
    await expect(enter(typed)).resolves.toMatchObject({ accountId: id });
    await expect(enter(typed)).rejects.toMatchObject({ code: "CODE_WRONG" });
    expect(await countRecoveryCodes(actor)).toBe(9);
    const mails = await mailed();
    expect(mails).toMatchObject([{ to: email, subject }]);
    expect(mails[0]?.text).toContain(left);
    expect(await tracesOf(id)).toContain("account.recovery_code_used");
  });

  it("counts no longer when new ones were made, with a code of the app", async () => {
    const { actor, enter, codes, codeAt } = await careful();
    await expect(renewRecoveryCodes(actor, { code: "000000" }, now)).rejects.toMatchObject({ fieldErrors: { code: "codeWrong" } });
    const { codes: fresh } = await renewRecoveryCodes(actor, { code: codeAt(now) }, now);
    await expect(enter(codes[0])).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(enter(fresh[0])).resolves.toHaveProperty("accountId");
    expect((await mailed()).map(({ subject }) => subject)).toContain("ახალი სარეზერვო კოდები შეიქმნა");
  });

  it("of another person is none", async () => {
    const [one, other] = [await careful(), await careful()];
    await expect(one.enter(other.codes[0])).rejects.toMatchObject({ code: "CODE_WRONG" });
  });
});

describe("a second factor is taken away", () => {
  it("by its owner with a code; sessions end and a mail says so", async () => {
    const { id, email, actor, enter, codes, sessionVersion } = await careful();
    await expect(removeSecondFactor(actor, { code: "000000" }, now)).rejects.toMatchObject({ code: "CODE_WRONG" });
    await removeSecondFactor(actor, { code: codes[0] ?? "" }, now);
    expect(await findSessionAccount({ accountId: id, sessionVersion })).toBeNull();
    expect(await db().recoveryCode.count({ where: { accountId: id } })).toBe(0);
    await expect(enter()).resolves.toMatchObject({ accountId: id });
    expect((await mailed()).map(({ to, subject }) => [to, subject])).toEqual([[email, "სარეზერვო კოდი გამოყენებულია"], [email, "მეორე ფაქტორი გამოირთო"]]);
  });

  it("by an administrator from somebody else, who is told by whom", async () => {
    const { id, actor, enter, sessionVersion } = await careful("en");
    await expect(resetSecondFactor(actor, { accountId: id }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(resetSecondFactor({ ...administrator, accountId: id }, { accountId: id }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await resetSecondFactor(administrator, { accountId: id }, now);
    await expect(resetSecondFactor(administrator, { accountId: id }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await findSessionAccount({ accountId: id, sessionVersion })).toBeNull();
    await expect(enter()).resolves.toMatchObject({ accountId: id });
    const [mail] = await mailed();
    expect(mail).toMatchObject({ subject: "An administrator removed your second factor" });
    expect(mail?.text).toContain("ანა ადმინისტრატორი");
    expect(await tracesOf(id)).toContain("account.second_factor_reset");
  });

  it("and nothing of it stands in the trail", async () => {
    const { id, email, totp, codes } = await careful();
    const rows = JSON.stringify((await db().auditEvent.findMany({ where: { entityId: id } })).map((row) => [row.before, row.after, row.actorName]));
    for (const secretWord of [email, totp, ...codes]) expect(rows).not.toContain(secretWord);
  });
});
