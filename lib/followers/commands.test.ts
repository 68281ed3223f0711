import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { consume } from "#lib/platform/limits.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { aDraftPlan, anOpenPlan } from "#prisma/factories.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { confirmFollow, followByMail } from "./commands.ts";
import { getFollowToConfirm } from "./queries.ts";
import { consentVersion, followSchema } from "./schema.ts";

const now = new Date("2024-07-01T09:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const { received } = testMailServer();
let visitors = 0;
const visitor = () => ({ address: `visitor-${++visitors}` });
const typed = (plan: string, email: string, changes: Record<string, string> = {}) => followSchema.parse({ kind: "plan", target: plan, email, locale: "ka", ...changes });

beforeEach(async () => {
  await db().mail.deleteMany();
});

/** Asks, reads the mail that comes, and gives the token of its link. */
async function ask(plan: string, email: string, changes: Record<string, string> = {}, at = now): Promise<string> {
  await followByMail(visitor(), typed(plan, email, changes), at);
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
    expect(await getFollowToConfirm(token, now)).toMatchObject({ refused: null, confirmed: false, frequency: "at_once", followed: { kind: "plan", target: slug } });
    expect(await db().follow.findFirst({ where: { targetId: plan.id } })).toMatchObject({ confirmedAt: null });
    expect(await confirmFollow(token, hours(1))).toMatchObject({ targetId: plan.id, path: `/plans/${slug}` });
    expect(await db().follow.findFirst({ where: { targetId: plan.id } })).toMatchObject({ kind: "plan", locale: "en", frequency: "at_once", purpose: "news", confirmedAt: hours(1), toldUntil: hours(1), consentVersion });
    expect(await confirmFollow(token, hours(2))).toMatchObject({ targetId: plan.id });
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
    await expect(followByMail(visitor(), typed(draft.slug, "a@example.ge"), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { slug } = await anOpenPlan();
    await followByMail(visitor(), typed(slug, "robot@example.ge", { website: "https://spam.example" }), now);
    expect(await db().follower.count({ where: { address: { in: ["a@example.ge", "robot@example.ge"] } } })).toBe(0);
    expect(followSchema.safeParse({ kind: "plan", target: slug, email: "nino@example.ge\r\nBcc: x@example.ge", locale: "ka" }).success).toBe(false);
    expect(followSchema.safeParse({ kind: "plan", target: slug, locale: "ka" }).error?.issues[0]?.message).toBe("email");
  });

  it("keeps the language in which they follow and how often, whoever fills the form with their address", async () => {
    const { slug, plan } = await anOpenPlan();
    await ask(slug, "dato@example.ge", { locale: "en" });
    await confirmFollow(await ask(slug, "dato@example.ge", { frequency: "weekly" }), now);
    await ask(slug, "dato@example.ge", { locale: "en", frequency: "monthly" });
    expect(await db().follow.findFirst({ where: { targetId: plan.id } })).toMatchObject({ locale: "ka", frequency: "weekly" });
  });

  it("gets everything in the language of what they confirmed last", async () => {
    const [one, other] = [await anOpenPlan(), await anOpenPlan()];
    await confirmFollow(await ask(one.slug, "eka@example.ge"), now);
    const token = await ask(other.slug, "eka@example.ge", { locale: "en" });
    expect(await db().follow.count({ where: { targetId: one.plan.id, locale: "ka" } })).toBe(1);
    await confirmFollow(token, now);
    expect(await db().follow.findMany({ where: { follower: { address: "eka@example.ge" } }, select: { locale: true } })).toEqual([{ locale: "en" }, { locale: "en" }]);
  });

  it("follows a commitment, an organisation, a municipality, a topic, a goal or everything as well, by what its address says", async () => {
    const { slug, commitment, agency } = await anOpenPlan();
    await db().municipality.upsert({ where: { slug: "tsalenjikha" }, create: { slug: "tsalenjikha", name: { ka: "წალენჯიხა" }, position: 1 }, update: {} });
    const [area, sdg] = [await db().thematicArea.findFirstOrThrow(), await db().sdg.findFirstOrThrow()];
    const { slug: commitmentSlug } = await db().commitment.findUniqueOrThrow({ where: { id: commitment.id } });
    const wanted = [
      ["commitment", `${slug}/${commitmentSlug}`, commitment.id], ["organisation", agency.slug, agency.id], ["municipality", "tsalenjikha", "tsalenjikha"], ["area", area.code, area.code], ["sdg", String(sdg.number), String(sdg.number)], ["everything", "all", "all"],
    ] as const;
    for (const [kind, target, targetId] of wanted) {
      const email = `${kind}@example.ge`;
      const token = await ask(target, email, { kind });
      expect(await confirmFollow(token, now)).toMatchObject({ kind, target, targetId });
      expect(await db().follow.findFirst({ where: { follower: { address: email } } })).toMatchObject({ kind, targetId, confirmedAt: now });
    }
    for (const [kind, target] of [["commitment", slug], ["commitment", `${slug}/none`], ["organisation", "none"], ["municipality", "none"], ["area", "none"], ["sdg", "18"], ["sdg", "x"], ["everything", "some"]] as const) {
      await expect(followByMail(visitor(), typed(target, "nobody@example.ge", { kind }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(followSchema.safeParse({ kind: "everyone", target: "all", email: "a@example.ge", locale: "ka" }).success).toBe(false);
  });

  it("is not let flood an address, nor the table", async () => {
    const { slug } = await anOpenPlan();
    for (let n = 0; n < 5; n++) await followByMail(visitor(), typed(slug, "flooded@example.ge"), now);
    await expect(followByMail(visitor(), typed(slug, "flooded@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await expect(followByMail(visitor(), typed(slug, "flooded+again@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await consume("follow-email-daily", "all-day@example.ge", 20, 86_400, 20);
    await expect(followByMail(visitor(), typed(slug, "all-day+1@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    const one = visitor();
    for (let n = 0; n < 10; n++) await followByMail(one, typed(slug, `flood-${n}@example.ge`), now);
    await expect(followByMail(one, typed(slug, "flood-10@example.ge"), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});
