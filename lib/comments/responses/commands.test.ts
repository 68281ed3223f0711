import { beforeAll, describe, expect, it } from "vitest";
import { listPublishedComments } from "#lib/comments/queries.ts";
import type { ResponseInput } from "#lib/comments/schema.ts";
import { hideComment } from "#lib/comments/moderation/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { createComment, createCommentedPlan } from "#prisma/comment-factories.ts";
import { publishResponse, saveResponse } from "./commands.ts";

const confirmed = new Date("2020-06-05T10:00:00Z");
const now = new Date("2020-06-20T10:00:00Z");

let scene: Awaited<ReturnType<typeof createCommentedPlan>>;
beforeAll(async () => {
  scene = await createCommentedPlan();
});

const published = (changes: object = {}) => createComment(scene.report, { status: "published", confirmedAt: confirmed, publishedAt: confirmed, ...changes });
const reasoned = (commentId: string, changes: Partial<ResponseInput> = {}): ResponseInput => ({
  commentId, version: null, disposition: "partly_accepted", text: { ka: "რადგან <b>ასეა</b>", en: undefined }, ...changes,
});

describe("the Secretariat", () => {
  it("keeps a draft to itself, then publishes it, and the person who wrote is told: also after the consultation", async () => {
    const comment = await published();
    const draft = await saveResponse(scene.actorAs("secretariat"), reasoned(comment.id, { disposition: null, text: { ka: undefined, en: undefined } }), now);
    const shown = async () => (await listPublishedComments(scene.report, now)).items.find(({ id }) => id === comment.id);
    expect(await shown()).toMatchObject({ response: null, days: 15 });
    await publishResponse(scene.actorAs("secretariat"), reasoned(comment.id, { version: draft.version }), now);
    expect(await shown()).toMatchObject({ days: 15, response: { disposition: "partly_accepted", text: { ka: "რადგან <b>ასეა</b>" }, organisation: { en: "Secretariat" }, publishedAt: now } });
    const mail = await db().mail.findFirstOrThrow({ where: { recipient: comment.email } });
    expect(mail).toMatchObject({ kind: "comment.answered", locale: "ka" });
    expect(mail.body).toContain("ნაწილობრივ გათვალისწინებულია\n\nრადგან <b>ასეა</b>\n\nპასუხი კომენტარის დადასტურებიდან 15 დღეში გაიცა");
    expect(mail.body).toContain(`#comment-${comment.id}`);
  });

  it("must say what becomes of the comment and why", async () => {
    const comment = await published();
    const empty = reasoned(comment.id, { disposition: null, text: { ka: undefined, en: undefined } });
    const refusal = { code: "REASON_REQUIRED", fieldErrors: { disposition: "choiceRequired", text: "requiredInOneLanguage" } };
    await expect(publishResponse(scene.actorAs("secretariat"), empty, now)).rejects.toMatchObject(refusal);
    expect(await db().response.count({ where: { commentId: comment.id } })).toBe(0);
  });

  it("cannot change what was published", async () => {
    const comment = await published();
    const { version } = await publishResponse(scene.actorAs("secretariat"), reasoned(comment.id), now);
    for (const command of [saveResponse, publishResponse]) {
      await expect(command(scene.actorAs("secretariat"), reasoned(comment.id, { version }), now)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
    }
  });

  it("is told when a colleague saved meanwhile: of five at once exactly one wins", async () => {
    const comment = await published();
    const first = await Promise.allSettled(Array.from({ length: 5 }, () => saveResponse(scene.actorAs("secretariat"), reasoned(comment.id), now)));
    expect(first.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const second = await Promise.allSettled(Array.from({ length: 5 }, () => publishResponse(scene.actorAs("secretariat"), reasoned(comment.id, { version: 1 }), now)));
    expect(second.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().mail.count({ where: { recipient: comment.email } })).toBe(1);
  });

  it("does not answer what is hidden, also when both happen at once", async () => {
    const comment = await published();
    const both = await Promise.allSettled([
      hideComment(scene.actorAs("moderator"), { commentId: comment.id, version: 1, code: "abusive", note: null }, now),
      publishResponse(scene.actorAs("secretariat"), reasoned(comment.id), now),
    ]);
    expect(both[0].status).toBe("fulfilled");
    await expect(saveResponse(scene.actorAs("secretariat"), reasoned(comment.id, { version: 1 }), now)).rejects.toThrow("TRANSITION_NOT_ALLOWED");
    expect((await listPublishedComments(scene.report, now)).items.find(({ id }) => id === comment.id)).toMatchObject({ body: null, response: null });
  });

  it("leaves a trace with the text and without the address", async () => {
    const comment = await published();
    await publishResponse(scene.actorAs("secretariat"), reasoned(comment.id), now);
    const response = await db().response.findUniqueOrThrow({ where: { commentId: comment.id } });
    const events = await db().auditEvent.findMany({ where: { entity: "response", entityId: response.id } });
    expect(events).toMatchObject([{ action: "response.published", before: { status: "none" }, after: { disposition: "partly_accepted", text: { ka: "რადგან <b>ასეა</b>" } } }]);
    expect(JSON.stringify(events.map(({ before, after }) => [before, after]))).not.toContain("@");
  });
});

describe("everybody else", () => {
  it("a moderator may read the comment but not respond", async () => {
    const comment = await published();
    await expect(publishResponse(scene.actorAs("moderator"), reasoned(comment.id), now)).rejects.toThrow("FORBIDDEN");
  });

  it.each(["administrator", "coordinator", "monitor"] as const)("a %s finds no comment", async (role) => {
    const comment = await published();
    await expect(saveResponse(scene.actorAs(role, role === "administrator" ? null : undefined), reasoned(comment.id), now)).rejects.toThrow("NOT_FOUND");
  });

  it("the secretariat of another body finds none either", async () => {
    const comment = await published();
    await expect(saveResponse(scene.actorAs("secretariat", scene.agency.id), reasoned(comment.id), now)).rejects.toThrow("NOT_FOUND");
  });
});
