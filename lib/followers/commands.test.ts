import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { consume } from "#lib/platform/limits.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { aDraftPlan, anOpenPlan } from "#prisma/factories.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { confirmFollow, endFollow, endToken, followPlan, forgetUnconfirmed } from "./commands.ts";
import { getFollowToConfirm, getFollowToEnd } from "./queries.ts";
import { consentVersion, followSchema } from "./schema.ts";

const now = new Date("2024-07-01T09:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const { received } = testMailServer();
let visitors = 0;
const visitor = () => ({ address: `visitor-${++visitors}` });
const typed = (plan: string, email: string, changes: Record<string, string> = {}) => followSchema.parse({ plan, email, locale: "ka", ...changes });

beforeEach(async () => {
  await db().mail.deleteMany();
});

/** Asks, reads the mail that comes, and gives the token of its link. */
async function ask(plan: string, email: string, changes: Record<string, string> = {}, at = now): Promise<string> {
  await followPlan(visitor(), typed(plan, email, changes), at);
  await deliverQueuedMail(at);
  return /confirm\?token=([\w-]{43})/.exec(received.at(-1)?.text ?? "")?.[1] ?? "";
}

describe("somebody who asks to be told of a plan", () => {
  it("gets one mail in the language of the page, and follows once the button behind its link is pressed", async () => {
    const { slug, plan } = await anOpenPlan();
    const token = await ask(slug, " Nino@Example.ge ", { locale: "en" });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ to: [{ address: "nino@example.ge" }], subject: expect.stringContaining("Confirm") });
    expect(received[0]?.headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);
    expect(await getFollowToConfirm(token, now)).toMatchObject({ refused: null, confirmed: false, plan: { slug } });
    expect(await db().follow.findFirst({ where: { targetId: plan.id } })).toMatchObject({ confirmedAt: null });
    expect(await confirmFollow(token, hours(1))).toBe(plan.id);
    expect(await db().follow.findFirst({ where: { targetId: plan.id } })).toMatchObject({ kind: "plan", locale: "en", confirmedAt: hours(1), consentVersion });
    expect(await confirmFollow(token, hours(2))).toBe(plan.id);
    expect(await db().follow.findFirst({ where: { targetId: plan.id } })).toMatchObject({ confirmedAt: hours(1) });
    expect(await getFollowToConfirm(token, hours(48))).toMatchObject({ refused: null, confirmed: true });
  });

  it("is answered and mailed the same, known or not", async () => {
    const { slug } = await anOpenPlan();
    await confirmFollow(await ask(slug, "known@example.ge"), now);
    const again = await ask(slug, "known@example.ge");
    const first = await ask(slug, "unknown@example.ge");
    expect(received).toHaveLength(3);
    expect(received.map(({ subject }) => subject).every((subject) => subject === received[0]?.subject)).toBe(true);
    const shape = received.map(({ text }) => text?.replace(/token=[\w-]{43}/, ""));
    expect(new Set(shape).size).toBe(1);
    expect([await confirmFollow(again, now), await confirmFollow(first, now)].every(Boolean)).toBe(true);
    expect(await db().follower.count({ where: { address: "known@example.ge" } })).toBe(1);
  });

  it("confirms what the newest mail is about, and nothing after a day", async () => {
    const [one, other] = [await anOpenPlan(), await anOpenPlan()];
    const old = await ask(one.slug, "keti@example.ge");
    const newest = await ask(one.slug, "keti@example.ge");
    const elsewhere = await ask(other.slug, "keti@example.ge");
    await expect(confirmFollow(old, now)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(confirmFollow(newest, hours(24))).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await expect(confirmFollow("x".repeat(43), now)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(confirmFollow("", now)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await confirmFollow(elsewhere, now);
    expect(await db().follow.findMany({ where: { follower: { address: "keti@example.ge" }, confirmedAt: { not: null } }, select: { targetId: true } })).toEqual([{ targetId: other.plan.id }]);
  });

  it("cannot be made to follow what is not public, nor by a program", async () => {
    const draft = await aDraftPlan();
    await expect(followPlan(visitor(), typed(draft.slug, "a@example.ge"), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { slug } = await anOpenPlan();
    await followPlan(visitor(), typed(slug, "robot@example.ge", { website: "https://spam.example" }), now);
    expect(await db().follower.count({ where: { address: { in: ["a@example.ge", "robot@example.ge"] } } })).toBe(0);
    expect(followSchema.safeParse({ plan: slug, email: "nino@example.ge\r\nBcc: x@example.ge", locale: "ka" }).success).toBe(false);
    expect(followSchema.safeParse({ plan: slug, locale: "ka" }).error?.issues[0]?.message).toBe("email");
  });

  it("keeps the language in which they follow, whoever fills the form with their address", async () => {
    const { slug, plan } = await anOpenPlan();
    await ask(slug, "dato@example.ge", { locale: "en" });
    await confirmFollow(await ask(slug, "dato@example.ge"), now);
    await ask(slug, "dato@example.ge", { locale: "en" });
    expect(await db().follow.findFirst({ where: { targetId: plan.id } })).toMatchObject({ locale: "ka" });
  });

  it("is not let flood an address, nor the table", async () => {
    const { slug } = await anOpenPlan();
    for (let n = 0; n < 5; n++) await followPlan(visitor(), typed(slug, "flooded@example.ge"), now);
    await expect(followPlan(visitor(), typed(slug, "flooded@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await expect(followPlan(visitor(), typed(slug, "flooded+again@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await consume("follow-email-daily", "all-day@example.ge", 20, 86_400, 20);
    await expect(followPlan(visitor(), typed(slug, "all-day+1@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    const one = visitor();
    for (let n = 0; n < 10; n++) await followPlan(one, typed(slug, `flood-${n}@example.ge`), now);
    await expect(followPlan(one, typed(slug, "flood-10@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});

describe("ending it", () => {
  it("leaves nothing of the address, from any mail there ever was, and does no harm again", async () => {
    const { slug, plan } = await anOpenPlan();
    const email = "lali@example.ge";
    const token = endToken(email, { kind: "plan", targetId: plan.id });
    await confirmFollow(await ask(slug, email), now);
    expect(await getFollowToEnd(token)).toMatchObject({ plan: { slug }, locale: "ka" });
    await endFollow(token, now);
    expect([await db().follower.count({ where: { address: email } }), await db().mail.count({ where: { recipient: email } }), await getFollowToEnd(token)]).toEqual([0, 0, null]);
    await endFollow(token, now);
    await confirmFollow(await ask(slug, email), now);
    await endFollow(token, now);
    expect(await db().follower.count({ where: { address: email } })).toBe(0);
    const trace = await db().auditEvent.findMany({ where: { entity: "follow", planId: plan.id }, orderBy: { id: "asc" } });
    expect(trace.map(({ action }) => action)).toEqual(["follow.asked", "follow.confirmed", "follow.ended", "follow.asked", "follow.confirmed", "follow.ended"]);
    expect(JSON.stringify(trace, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain("lali");
  });

  it("ends what the token names alone, and cannot be guessed from another", async () => {
    const [one, other] = [await anOpenPlan(), await anOpenPlan()];
    const email = "gia@example.ge";
    for (const { slug } of [one, other]) await confirmFollow(await ask(slug, email), now);
    const [first, second] = [one, other].map(({ plan }) => endToken(email, { kind: "plan", targetId: plan.id })) as [string, string];
    expect(first).not.toBe(second);
    for (const wrong of ["", "x".repeat(43), second.replace(/^./, (c) => (c === "A" ? "B" : "A")), endToken("other@example.ge", { kind: "plan", targetId: one.plan.id })]) await endFollow(wrong, now);
    expect(await db().follow.count({ where: { follower: { address: email } } })).toBe(2);
    await endFollow(first, now);
    expect(await db().follow.findMany({ where: { follower: { address: email } }, select: { targetId: true } })).toEqual([{ targetId: other.plan.id }]);
  });
});

it("an address that was never confirmed is forgotten a week after its link came to nothing, and its mail with it", async () => {
  const { slug } = await anOpenPlan();
  await ask(slug, "never@example.ge");
  await confirmFollow(await ask(slug, "kept@example.ge"), now);
  await forgetUnconfirmed(hours(24 + 7 * 24));
  expect(await db().follower.count({ where: { address: "never@example.ge" } })).toBe(1);
  await forgetUnconfirmed(hours(24 + 7 * 24 + 1));
  expect(await db().follower.count({ where: { address: "never@example.ge" } })).toBe(0);
  expect(await db().mail.count({ where: { recipient: "never@example.ge" } })).toBe(0);
  expect(await db().follower.count({ where: { address: "kept@example.ge" } })).toBe(1);
});
