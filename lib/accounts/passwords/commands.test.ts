import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccount, disableAccount, setPassword } from "#lib/accounts/commands.ts";
import { findSessionAccount } from "#lib/accounts/queries.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { findLink } from "#lib/accounts/links/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { createFirstAdministrator, verifySignIn } from "#lib/accounts/sign-in/commands.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { changeOwnPassword, choosePassword, createPasswordLink, requestPasswordReset, sendResetLink } from "./commands.ts";
import { resetJob } from "./schema.ts";

const system = systemActor("test");
const now = new Date("2020-06-01T08:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const secret = "მწვანე კიბე ცხრაჯერ";
const another = "ლურჯი კარი ათჯერ";
const twice = (password: string) => ({ password, repeated: password });
const administrator: Actor = { accountId: null, name: "ანა ადმინისტრატორი", memberships: [{ role: "administrator", organisationId: null }], system: false };
const { received } = testMailServer();
let number = 0;

// Somebody has to administer, or nobody's account could be closed.
beforeAll(async () => void (await createAccount(system, { email: "administrator@example.ge", name: "ანა", memberships: [{ role: "administrator", organisationId: null }] }, now)));
beforeEach(async () => void (await db().mail.deleteMany()));

async function newPerson(password: string | null = secret, locale: "ka" | "en" = "ka") {
  const email = `person-${(number += 1)}@example.ge`;
  const { id } = await createAccount(system, { email, name: "ნინო ბერიძე", locale }, now);
  if (password) await setPassword(system, { accountId: id, password }, now);
  const enter = (typed: string) => verifySignIn({ email, password: typed, address: `192.0.2.${number}` }, now);
  return { id, email, enter, actor: { accountId: id, name: "ნინო ბერიძე", memberships: [], system: false } satisfies Actor };
}

/** The mails that leave now, the newest last. */
async function mailed(at = now) {
  received.length = 0;
  await deliverQueuedMail(at);
  return received.map(({ to, subject, text }) => ({ to: to?.[0]?.address, subject, text: text ?? "" }));
}

const tokenIn = (text = "") => /\/setup\?link=([\w-]{43})/.exec(text)?.[1] ?? "";

describe("a link that an administrator sends", () => {
  it("is mailed in the person's language, not shown, and stands in the database only as a hash", async () => {
    const { id, email } = await newPerson(secret, "en");
    expect(await createPasswordLink(administrator, { accountId: id }, now)).toEqual({ url: null, mailed: true });
    const [mail] = await mailed();
    expect(mail).toMatchObject({ to: email, subject: "Choose a new password for Open Commitments" });
    expect(mail?.text).toMatch(/ანა ადმინისტრატორი.*\s+http:\/\/localhost:3000\/en\/setup\?link=[\w-]{43}\s/);
    expect(await db().accountLink.count({ where: { accountId: id, tokenHash: { contains: tokenIn(mail?.text) } } })).toBe(0);
  });

  it("is shown where there is no mail server to send it", async () => {
    const { id } = await newPerson();
    const url = process.env.SMTP_URL;
    delete process.env.SMTP_URL;
    const made = await createPasswordLink(administrator, { accountId: id }, now);
    process.env.SMTP_URL = url;
    expect(await findLink(tokenIn(made.url ?? ""), now)).toMatchObject({ fault: null, purpose: "password", account: { id } });
  });

  it("sets the password once, ends sessions and other links, and the owner is told", async () => {
    const { id, enter } = await newPerson();
    const session = await enter(secret);
    await createPasswordLink(administrator, { accountId: id }, now);
    const token = tokenIn((await mailed())[0]?.text);
    const outcomes = await Promise.allSettled([choosePassword(token, twice(another), now), choosePassword(token, twice(another), now)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(choosePassword(token, twice(secret), now)).rejects.toMatchObject({ code: "LINK_USED" });
    expect(await findSessionAccount(session)).toBeNull();
    expect((await mailed()).map(({ subject }) => subject)).toEqual(["თქვენი პაროლი შეიცვალა"]);
    await expect(enter(another)).resolves.toMatchObject({ accountId: id });
  });

  it("stops working after a week, when a newer one was sent, and when the account is closed", async () => {
    const { id } = await newPerson();
    for (let times = 0; times < 2; times += 1) await createPasswordLink(administrator, { accountId: id }, now);
    const [first = "", second = ""] = (await mailed()).map(({ text }) => tokenIn(text));
    await expect(choosePassword(first, twice(another), now)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await expect(choosePassword(second, twice(another), after(7 * 24 * 60))).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await disableAccount(administrator, { accountId: id, version: 1 }, now);
    await expect(choosePassword(second, twice(another), now)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await expect(createPasswordLink(administrator, { accountId: id }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is kept when the password is refused, makes no administrator, and is made by administrators alone", async () => {
    const { id, email, actor } = await newPerson();
    await createPasswordLink(administrator, { accountId: id }, now);
    const token = tokenIn((await mailed())[0]?.text);
    await expect(choosePassword(token, twice(email), now)).rejects.toMatchObject({ fieldErrors: { password: "passwordTrivial" } });
    await expect(createFirstAdministrator(token, { email: "x@example.ge", name: "x", ...twice(secret) }, now)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(choosePassword(token, twice(another), now)).resolves.toEqual({ email });
    await expect(createPasswordLink(actor, { accountId: id }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a forgotten password", () => {
  it("is asked for in the same way by everybody: the request alone finds nothing out", async () => {
    const { email } = await newPerson();
    for (const asked of [email, "nobody@example.ge"]) await expect(requestPasswordReset({ address: "192.0.2.200" }, { email: asked, locale: "ka" })).resolves.toBeUndefined();
    expect(await db().$queryRaw`SELECT data FROM pgboss.job WHERE name = ${resetJob.name} ORDER BY created_on`).toMatchObject([{ data: { email } }, { data: { email: "nobody@example.ge" } }]);
    expect(await mailed()).toEqual([]);
  });

  it("is asked for three times an hour for one address, known or not", async () => {
    for (const email of [(await newPerson()).email, "unknown@example.ge"]) {
      const ask = () => requestPasswordReset({ address: "192.0.2.201" }, { email, locale: "ka" });
      for (let times = 0; times < 3; times += 1) await ask();
      await expect(ask()).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    }
  });

  it.each([["ka", "ახალი პაროლი: „ღია ვალდებულებები“"], ["en", "A new password for Open Commitments"]] as const)("is followed by a mail in the account's language (%s)", async (locale, subject) => {
    const { email } = await newPerson(secret, locale);
    await sendResetLink({ email }, now);
    const mails = await mailed();
    expect(mails).toMatchObject([{ to: email, subject }]);
    expect(mails[0]?.text).toContain(`http://localhost:3000/${locale}/setup?link=`);
  });

  it("brings no mail to strangers, closed accounts and those who have not accepted their invitation", async () => {
    const [closed, invited] = [await newPerson(), await newPerson(null)];
    await disableAccount(administrator, { accountId: closed.id, version: 1 }, now);
    for (const email of ["nobody@example.ge", closed.email, invited.email]) await sendResetLink({ email }, now);
    expect(await mailed()).toEqual([]);
  });

  it("is replaced by the mailed link once, within an hour, and everybody else is out", async () => {
    const { id, email, enter } = await newPerson();
    const session = await enter(secret);
    await sendResetLink({ email }, now);
    const token = tokenIn((await mailed())[0]?.text);
    for (let times = 0; times < 2; times += 1) expect(await findLink(token, now)).toMatchObject({ fault: null, purpose: "reset" });
    expect(await findSessionAccount(session)).not.toBeNull();
    await expect(choosePassword(token, twice(another), after(60))).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await choosePassword(token, twice(another), after(59));
    await expect(choosePassword(token, twice(secret), after(59))).rejects.toMatchObject({ code: "LINK_USED" });
    expect(await findSessionAccount(session)).toBeNull();
    await expect(enter(secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(enter(another)).resolves.toMatchObject({ accountId: id });
    expect(await mailed(after(60))).toMatchObject([{ to: email, subject: "თქვენი პაროლი შეიცვალა" }]);
    const trace = await db().auditEvent.findMany({ where: { entityId: id }, orderBy: { id: "asc" } });
    expect(trace.map(({ action }) => action)).toEqual(expect.arrayContaining(["account.reset_sent", "account.password_reset"]));
    expect(JSON.stringify(trace.map((row) => [row.before, row.after]))).not.toContain(email);
  });
});

describe("one's own password", () => {
  it("is changed knowing the present one; every other session ends, and a mail says so", async () => {
    const { email, actor, enter } = await newPerson();
    const session = await enter(secret);
    await expect(changeOwnPassword(actor, { current: "wrong password", ...twice(another) }, now)).rejects.toMatchObject({ fieldErrors: { current: "passwordWrong" } });
    const { sessionVersion } = await changeOwnPassword(actor, { current: secret, ...twice(another) }, now);
    expect(await findSessionAccount(session)).toBeNull();
    expect(await findSessionAccount({ accountId: session.accountId, sessionVersion })).not.toBeNull();
    expect(await mailed()).toMatchObject([{ to: email, subject: "თქვენი პაროლი შეიცვალა" }]);
    await expect(enter(another)).resolves.toHaveProperty("accountId");
  });

  it("is guessed eight times at most", async () => {
    const { actor } = await newPerson();
    const attempt = () => changeOwnPassword(actor, { current: "wrong password", ...twice(another) }, now);
    for (let times = 0; times < 8; times += 1) await expect(attempt()).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(attempt()).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});
