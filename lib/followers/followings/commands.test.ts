import { beforeEach, describe, expect, it } from "vitest";
import { confirmFollow, followByMail } from "#lib/followers/commands.ts";
import { allToken, endToken } from "#lib/followers/queries.ts";
import { followSchema } from "#lib/followers/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { anOpenPlan } from "#prisma/factories.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { changeFrequency, changeLanguage, endAll, endFollow, endOne, forgetFollowers } from "./commands.ts";
import { getFollowings, getFollowToEnd } from "./queries.ts";

const now = new Date("2024-07-01T09:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const { received } = testMailServer();
let visitors = 0;

beforeEach(async () => {
  await db().mail.deleteMany();
});

/** Asks for a plan's news; gives the token of the link in the mail. */
async function ask(plan: string, email: string, frequency = "at_once", at = now): Promise<string> {
  await followByMail({ address: `ender-${++visitors}` }, followSchema.parse({ kind: "plan", target: plan, email, locale: "ka", frequency }), at);
  await deliverQueuedMail(at);
  return /confirm\?token=([\w-]{43})/.exec(received.at(-1)?.text ?? "")?.[1] ?? "";
}

const targetsOf = async (email: string) => (await db().follow.findMany({ where: { follower: { address: email } }, orderBy: { id: "asc" }, select: { targetId: true } })).map(({ targetId }) => targetId);

describe("ending a following", () => {
  it("leaves nothing of the address, from any mail there ever was, and does no harm again", async () => {
    const { slug, plan } = await anOpenPlan();
    const email = "lali@example.ge";
    const token = endToken(email, { kind: "plan", targetId: plan.id });
    await confirmFollow(await ask(slug, email), now);
    expect(await getFollowToEnd(token)).toMatchObject({ followed: { target: slug }, locale: "ka", all: allToken(email) });
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
    for (const wrong of ["", "x".repeat(43), second.replace(/^./, (c) => (c === "A" ? "B" : "A")), endToken("other@example.ge", { kind: "plan", targetId: one.plan.id })]) {
      await endFollow(wrong, now);
      await endAll(wrong, null, now);
    }
    expect(await targetsOf(email)).toHaveLength(2);
    await endFollow(first, now);
    expect(await targetsOf(email)).toEqual([other.plan.id]);
  });
});

describe("the list behind the link of every mail", () => {
  it("shows what one address follows, changes how often and in which language, and ends one, some or all", async () => {
    const plans = [await anOpenPlan(), await anOpenPlan(), await anOpenPlan()];
    const [email, stranger] = ["ana@example.ge", "stranger@example.ge"];
    for (const { slug } of plans) await confirmFollow(await ask(slug, email), now);
    await ask((await anOpenPlan()).slug, email);
    await confirmFollow(await ask(plans[0]?.slug ?? "", stranger), now);
    const token = allToken(email);
    const list = async () => (await getFollowings(token)) ?? expect.unreachable();
    expect(await list()).toMatchObject({ channel: "email", locale: "ka", stopped: false, follows: plans.map(({ slug }) => ({ followed: { target: slug }, frequency: "at_once", confirmedAt: now })) });
    expect(JSON.stringify(await list())).not.toContain(email);
    expect(await getFollowings("x".repeat(43))).toBeNull();
    const [first, second, third] = (await list()).follows.map(({ id }) => id) as [string, string, string];
    await changeFrequency(token, first, "weekly", now);
    await changeFrequency(token, second, "weekly", now);
    await changeFrequency(allToken(stranger), third, "monthly", now);
    await changeLanguage(token, "en");
    expect(await list()).toMatchObject({ locale: "en", follows: [{ frequency: "weekly" }, { frequency: "weekly" }, { frequency: "at_once" }] });
    await endOne(allToken(stranger), first, now);
    await endOne(token, first, now);
    expect((await list()).follows.map(({ id }) => id)).toEqual([second, third]);
    await endAll(token, "weekly", now);
    expect((await list()).follows.map(({ id }) => id)).toEqual([third]);
    await endAll(token, null, now);
    expect([await getFollowings(token), await db().follower.count({ where: { address: email } }), await targetsOf(stranger)]).toEqual([null, 0, [plans[0]?.plan.id]]);
  });
});

describe("what is not needed is forgotten", () => {
  it("an address that was never confirmed, a week after its link came to nothing, and its mail with it", async () => {
    const { slug } = await anOpenPlan();
    await ask(slug, "never@example.ge");
    await confirmFollow(await ask(slug, "kept@example.ge"), now);
    await forgetFollowers(days(8));
    expect(await db().follower.count({ where: { address: "never@example.ge" } })).toBe(1);
    await forgetFollowers(new Date(days(8).getTime() + 1));
    expect(await db().follower.count({ where: { address: "never@example.ge" } })).toBe(0);
    expect(await db().mail.count({ where: { recipient: "never@example.ge" } })).toBe(0);
    expect(await db().follower.count({ where: { address: "kept@example.ge" } })).toBe(1);
  });

  it("that a mail was sent, after a month; an address that does not exist, after three", async () => {
    const { slug } = await anOpenPlan();
    await confirmFollow(await ask(slug, "gone@example.ge"), now);
    expect(await db().mail.count({ where: { recipient: "gone@example.ge" } })).toBe(1);
    await db().follower.updateMany({ where: { address: "gone@example.ge" }, data: { stoppedAt: now, stopReason: "no such user" } });
    await forgetFollowers(days(31));
    expect([await db().mail.count({ where: { recipient: "gone@example.ge" } }), await db().follower.count({ where: { address: "gone@example.ge" } })]).toEqual([0, 1]);
    await forgetFollowers(days(91));
    expect(await db().follower.count({ where: { address: "gone@example.ge" } })).toBe(0);
  });
});
