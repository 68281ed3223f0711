import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { listPublishedComments } from "#lib/comments/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { createCommentedPlan, createComment } from "#prisma/comment-factories.ts";
import { hideComment, publishComment, rejectComment } from "./commands.ts";
import { getCommentForStaff, listCommentsToAnswer, listCommentsToModerate, listSettledComments } from "./queries.ts";

const now = new Date("2020-06-05T10:00:00Z");
const later = new Date("2020-06-08T10:00:00Z");

let scene: Awaited<ReturnType<typeof createCommentedPlan>>;
beforeAll(async () => {
  scene = await createCommentedPlan();
});

const pending = (changes: object = {}) => createComment(scene.commitment, { status: "pending", confirmedAt: now, ...changes });

describe("a moderator", () => {
  it("publishes a comment, and everybody sees it but not its address", async () => {
    const comment = await pending({ body: "<script>alert(1)</script>" });
    await publishComment(scene.actorAs("moderator"), { commentId: comment.id, version: 1 }, later);
    const shown = (await listPublishedComments(scene.commitment, later)).items.find(({ id }) => id === comment.id);
    expect(shown).toMatchObject({ body: "<script>alert(1)</script>", name: "ნინო", publishedAt: later, response: null, days: 3 });
    expect(JSON.stringify(shown)).not.toContain(comment.email);
  });

  it("publishes one, and its writer is told where it stands, once and in the language of the comment", async () => {
    const comment = await pending({ locale: "en", wantsNews: true });
    const publish = () => publishComment(scene.actorAs("moderator"), { commentId: comment.id, version: 1 }, later);
    await Promise.allSettled([publish(), publish()]);
    const mails = await db().mail.findMany({ where: { recipient: comment.email } });
    expect(mails).toMatchObject([{ kind: "comment.published", locale: "en", subject: "Your comment is published: 5 Your idea" }]);
    expect(mails[0]?.body).toContain(`/en/plans/${scene.plan.slug}/commitments/idea`);
    expect(mails[0]?.body).toContain(`#comment-${comment.id}`);
  });

  it("rejects one with a coded reason, and its writer is told in the language of the comment", async () => {
    const comment = await pending({ locale: "en", body: "Buy this" });
    await rejectComment(scene.actorAs("moderator"), { commentId: comment.id, version: 1, code: "advertising", note: "Please no links." }, later);
    expect(await db().comment.findUnique({ where: { id: comment.id } })).toMatchObject({ status: "rejected", moderationCode: "advertising", version: 2 });
    const mail = await db().mail.findFirstOrThrow({ where: { recipient: comment.email } });
    expect(mail).toMatchObject({ kind: "comment.rejected", locale: "en", subject: "Your comment was not published: 5 Your idea" });
    expect(mail.body).toMatch(/It is advertising\n\nPlease no links\.[^]*Buy this/);
  });

  it("hides a published one; its line and the reason stay", async () => {
    const comment = await createComment(scene.commitment, { status: "published", confirmedAt: now, publishedAt: now });
    await hideComment(scene.actorAs("secretariat"), { commentId: comment.id, version: 1, code: "personal_data", note: null }, later);
    const shown = (await listPublishedComments(scene.commitment, later)).items.find(({ id }) => id === comment.id);
    expect(shown).toMatchObject({ name: null, body: null, response: null, hiddenFor: "personal_data" });
  });

  it("leaves a trace of who decided, without the address", async () => {
    const comment = await pending();
    await publishComment(scene.actorAs("moderator"), { commentId: comment.id, version: 1 }, later);
    const events = await db().auditEvent.findMany({ where: { entityId: comment.id } });
    expect(events).toMatchObject([{ action: "comment.published", actorName: scene.actorAs("moderator").name, before: { status: "pending" }, after: { status: "published" } }]);
    expect(events.map(({ before, after }) => JSON.stringify([before, after])).join()).not.toContain("@");
  });

  it("is told when a colleague was faster: of five at once exactly one decides", async () => {
    const comment = await pending();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => n % 2
      ? publishComment(scene.actorAs("moderator"), { commentId: comment.id, version: 1 }, later)
      : rejectComment(scene.actorAs("secretariat"), { commentId: comment.id, version: 1, code: "abusive", note: null }, later)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = tries.flatMap((result) => (result.status === "rejected" ? [String(result.reason.code)] : []));
    expect(codes.every((code) => ["CONFLICT", "TRANSITION_NOT_ALLOWED"].includes(code))).toBe(true);
    expect(await db().auditEvent.count({ where: { entityId: comment.id } })).toBe(1);
  });

  it("cannot use an old version, nor take a step that the life of a comment does not have", async () => {
    const comment = await pending();
    await expect(publishComment(scene.actorAs("moderator"), { commentId: comment.id, version: 7 }, later)).rejects.toThrow("CONFLICT");
    await expect(hideComment(scene.actorAs("moderator"), { commentId: comment.id, version: 1, code: "abusive", note: null }, later)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
    const unconfirmed = await createComment(scene.commitment, {});
    await expect(publishComment(scene.actorAs("moderator"), { commentId: unconfirmed.id, version: 1 }, later)).rejects.toThrow("NOT_FOUND");
    await expect(publishComment(scene.actorAs("moderator"), { commentId: randomUUID(), version: 1 }, later)).rejects.toThrow("NOT_FOUND");
  });
});

describe("everybody else", () => {
  it.each(["administrator", "coordinator", "monitor"] as const)("a %s finds no comment to decide on", async (role) => {
    const comment = await pending();
    const actor = scene.actorAs(role, role === "administrator" ? null : undefined);
    await expect(publishComment(actor, { commentId: comment.id, version: 1 }, later)).rejects.toThrow("NOT_FOUND");
    expect(await getCommentForStaff(actor, comment.id, later)).toBeNull();
    expect(await listCommentsToModerate(actor, later)).toEqual([]);
  });

  it("a moderator of another body finds none either", async () => {
    const comment = await pending();
    const stranger = scene.actorAs("moderator", scene.agency.id);
    await expect(rejectComment(stranger, { commentId: comment.id, version: 1, code: "abusive", note: null }, later)).rejects.toThrow("NOT_FOUND");
    expect(await getCommentForStaff(stranger, comment.id, later)).toBeNull();
    expect(await listSettledComments(stranger, later)).toEqual([]);
  });
});

describe("the lists of the workspace", () => {
  it("hold what waits, oldest first, each comment in one list, without addresses", async () => {
    const own = await createCommentedPlan();
    const make = (status: string, confirmedAt: Date) => createComment(own.commitment, { status, confirmedAt, publishedAt: status === "pending" ? null : confirmedAt });
    const [young, old, published] = [await make("pending", later), await make("pending", now), await make("published", now)];
    const [secretariat, moderator] = [own.actorAs("secretariat"), own.actorAs("moderator")];
    const [waiting, toAnswer] = [await listCommentsToModerate(moderator, later), await listCommentsToAnswer(secretariat, later)];
    expect(waiting.map(({ id, days }) => [id, days])).toEqual([[old.id, 3], [young.id, 0]]);
    expect(toAnswer.map(({ id }) => id)).toEqual([published.id]);
    expect(await listCommentsToAnswer(moderator, later)).toEqual([]);
    expect((await listSettledComments(moderator, later)).map(({ id }) => id)).toEqual([published.id]);
    expect(await listSettledComments(secretariat, later)).toEqual([]);
    const seen = [waiting, toAnswer, await getCommentForStaff(secretariat, published.id, later)];
    expect(JSON.stringify(seen)).not.toContain("@");
  });
});
