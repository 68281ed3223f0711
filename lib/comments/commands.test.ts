import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createCommentedPlan, typedComment } from "#prisma/comment-factories.ts";
import { db } from "#lib/platform/db/client.ts";
import { confirmComment, keepCommentDraft, submitComment } from "./commands.ts";
import { findCommentDraft, getCommentToConfirm, listPublishedComments } from "./queries.ts";
import type { CommentSubject } from "./schema.ts";

const now = new Date("2020-06-05T10:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

let scene: Awaited<ReturnType<typeof createCommentedPlan>>;
beforeAll(async () => {
  scene = await createCommentedPlan();
});

/** Submits as a new person from a new address; gives the comment and the token in the mail. */
async function submit(subject: CommentSubject = scene.commitment, changes: Record<string, string> = {}, at = now) {
  const email = changes.email ?? `${randomUUID()}@example.ge`;
  await submitComment({ address: randomUUID() }, typedComment(subject, { ...changes, email }), at);
  const comment = await db().comment.findFirstOrThrow({ where: { email } });
  const mail = await db().mail.findFirstOrThrow({ where: { recipient: email } });
  return { email, comment, mail, token: /token=([\w-]{43})\n/.exec(mail.body)?.[1] ?? "" };
}

describe("a resident who comments", () => {
  it("is sent a link, and nobody else sees the comment yet", async () => {
    const { comment, mail, token } = await submit(scene.commitment, { body: "<script>alert(1)</script> & 😀" });
    expect(comment).toMatchObject({ status: "unconfirmed", body: "<script>alert(1)</script> & 😀", confirmExpiresAt: hours(24) });
    expect(mail).toMatchObject({ kind: "comment.confirm", status: "queued", subject: "დაადასტურეთ კომენტარი: 5 შენი იდეა" });
    expect(mail.body).toContain("http://localhost:3000/ka/comments/confirm?token=");
    expect(token).toHaveLength(43);
    expect(JSON.stringify(comment)).not.toContain(token);
    expect((await listPublishedComments(scene.commitment, now)).items).toEqual([]);
  });

  it.each(["ა", "😀"])("can write 5,000 characters such as %s", async (letter) => {
    const { comment } = await submit(scene.commitment, { body: letter.repeat(5_000) });
    expect([...comment.body]).toHaveLength(5_000);
  });

  it("reads the mail in English on an English page", async () => {
    const { mail } = await submit(scene.commitment, { locale: "en" });
    expect(mail.subject).toBe("Confirm your comment: 5 Your idea");
    expect(mail.body).toContain("until 6\u00a0June 2020, 14:00");
  });

  it("is not noticed when a program filled in the hidden field", async () => {
    const input = { ...typedComment(scene.commitment, { email: "robot@example.ge" }), website: "http://spam.example" };
    await submitComment({ address: "robot" }, input, now);
    expect(await db().comment.count({ where: { email: "robot@example.ge" } })).toBe(0);
    expect(await db().mail.count({ where: { recipient: "robot@example.ge" } })).toBe(0);
  });

  it("leaves a trace without the address or the text", async () => {
    const { comment, email } = await submit();
    const events = await db().auditEvent.findMany({ where: { entity: "comment", entityId: comment.id } });
    expect(events).toMatchObject([{ action: "comment.submitted", accountId: null, actorName: "resident", planId: scene.plan.id }]);
    expect(JSON.stringify(events.map(({ before, after }) => ({ before, after })))).not.toMatch(new RegExp(`${email}|${comment.body}`));
  });
});

describe("what takes no comment", () => {
  it("is a report outside its consultation", async () => {
    const refused = (at: string) => expect(submit(scene.report, {}, new Date(at))).rejects.toThrow("CONSULTATION_CLOSED");
    await refused("2020-05-31T12:00:00Z");
    await refused("2020-06-15T12:00:00Z");
    expect((await submit(scene.report)).comment.reportId).toBe(scene.report.id);
    expect(await listPublishedComments(scene.report, new Date("2020-06-15T12:00:00Z"))).toMatchObject({ closed: "CONSULTATION_CLOSED" });
  });

  it("is a closed or unpublished plan, or one that does not exist", async () => {
    await expect(submit((await createCommentedPlan("closed")).commitment)).rejects.toThrow("COMMENTS_CLOSED");
    const { commitment } = await createCommentedPlan("draft");
    await expect(submit(commitment)).rejects.toThrow("NOT_FOUND");
    await expect(listPublishedComments(commitment, now)).rejects.toThrow("NOT_FOUND");
    await expect(submit({ kind: "report", id: randomUUID() })).rejects.toThrow("NOT_FOUND");
  });

  it("is one address too often, or one mailbox", async () => {
    const send = (address: string, email: string) => submitComment({ address }, typedComment(scene.commitment, { email }), now);
    for (let n = 0; n < 10; n++) await send("203.0.113.7", `same-place-${n}@example.ge`);
    await expect(send("203.0.113.7", "same-place-10@example.ge")).rejects.toThrow("TOO_MANY_ATTEMPTS");
    for (let n = 0; n < 5; n++) await send(`203.0.113.${100 + n}`, "same-mailbox@example.ge");
    await expect(send("203.0.113.105", "same-mailbox@example.ge")).rejects.toThrow("TOO_MANY_ATTEMPTS");
    await expect(send("203.0.113.106", "same-mailbox+6@example.ge")).rejects.toThrow("TOO_MANY_ATTEMPTS");
    expect(await db().comment.count({ where: { email: "same-mailbox@example.ge" } })).toBe(5);
  });
});

describe("the link in the mail", () => {
  it("changes nothing when it is only opened", async () => {
    const { token, comment } = await submit(scene.commitment, { body: "ა".repeat(400) });
    expect(await getCommentToConfirm(token, now)).toMatchObject({ refused: null, beginning: "ა".repeat(300), subject: { number: "5" } });
    expect(await db().comment.findUnique({ where: { id: comment.id } })).toEqual(comment);
  });

  it("confirms once", async () => {
    const { token, comment } = await submit();
    expect(await confirmComment(token, hours(1))).toMatchObject({ kind: "commitment", id: scene.commitment.id });
    await expect(confirmComment(token, hours(2))).rejects.toThrow("LINK_USED");
    expect(await db().comment.findUnique({ where: { id: comment.id } })).toMatchObject({ status: "pending", confirmedAt: hours(1), version: 2 });
    expect(await getCommentToConfirm(token, hours(2))).toMatchObject({ refused: "LINK_USED", beginning: null });
  });

  it("confirms once when pressed five times at the same moment", async () => {
    const { token, comment } = await submit();
    const presses = await Promise.allSettled(Array.from({ length: 5 }, () => confirmComment(token, hours(1))));
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { entityId: comment.id, action: "comment.confirmed" } })).toBe(1);
  });

  it("expires after 24 hours, and a made-up one is invalid", async () => {
    const { token } = await submit();
    await expect(confirmComment(token, hours(24))).rejects.toThrow("LINK_EXPIRED");
    expect((await getCommentToConfirm(token, hours(24))).refused).toBe("LINK_EXPIRED");
    await expect(confirmComment("made-up", now)).rejects.toThrow("LINK_INVALID");
    expect(await getCommentToConfirm("", now)).toEqual({ refused: "LINK_INVALID", beginning: null, subject: null, wantsNews: false });
  });

  it("still works when the consultation ended meanwhile", async () => {
    const { token } = await submit(scene.report, {}, new Date("2020-06-14T18:00:00Z"));
    await expect(confirmComment(token, new Date("2020-06-15T06:00:00Z"))).resolves.toMatchObject({ kind: "report" });
  });

  it("is forgotten with its comment a week after it expired", async () => {
    const { comment } = await submit(scene.commitment, {}, hours(-24 * 9));
    await submit();
    expect(await db().comment.findUnique({ where: { id: comment.id } })).toBeNull();
    const actions = (await db().auditEvent.findMany({ where: { entityId: comment.id }, orderBy: { id: "asc" } })).map(({ action, planId }) => [action, planId]);
    expect(actions).toEqual([["comment.submitted", scene.plan.id], ["comment.forgotten", scene.plan.id]]);
  });
});

describe("a refused form", () => {
  it("is kept as typed for a quarter of an hour, under an address nobody can guess", async () => {
    const typed = { kind: "commitment", id: scene.commitment.id, name: "<b>", email: "wrong", body: "ა\u0000ბ".repeat(3_000), locale: "ka" };
    const token = await keepCommentDraft({ address: "a" }, typed, { code: "INVALID_INPUT", fieldErrors: { email: "email" } }, now);
    const draft = await findCommentDraft(token, hours(0.2));
    expect(draft).toMatchObject({ typed: { name: "<b>", email: "wrong", body: "აბ".repeat(3_000) }, fieldErrors: { email: "email" } });
    expect(await findCommentDraft(token, hours(0.25))).toBeNull();
    expect(await findCommentDraft("guess", now)).toBeNull();
    await keepCommentDraft({ address: "b" }, null, { code: "INVALID_INPUT", fieldErrors: {} }, hours(1)).catch(() => null);
    expect(await db().commentDraft.count({ where: { expiresAt: { lt: hours(1) } } })).toBe(0);
  });
});
