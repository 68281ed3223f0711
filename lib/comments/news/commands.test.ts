import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmComment, submitComment } from "#lib/comments/commands.ts";
import type { CommentSubject } from "#lib/comments/schema.ts";
import { confirmFollowOf } from "#lib/followers/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { createCommentedPlan, typedComment } from "#prisma/comment-factories.ts";

const now = new Date("2020-06-05T10:00:00Z");
const later = new Date("2020-06-05T12:00:00Z");

let scene: Awaited<ReturnType<typeof createCommentedPlan>>;
beforeAll(async () => {
  scene = await createCommentedPlan();
});

/** Comments, and presses the button behind the mailed link; gives the confirmation mail and what is followed then. */
async function comment(subject: CommentSubject, changes: Record<string, string>) {
  const email = changes.email ?? `${randomUUID()}@example.ge`;
  await submitComment({ address: randomUUID() }, typedComment(subject, { ...changes, email }), now);
  const mail = await db().mail.findFirstOrThrow({ where: { recipient: email, kind: "comment.confirm" }, orderBy: { id: "desc" } });
  expect(await db().follow.count({ where: { follower: { address: email }, confirmedAt: now } })).toBe(0);
  await confirmComment(/token=([\w-]{43})\n/.exec(mail.body)?.[1] ?? "", later);
  return { email, mail, follows: await db().follow.findMany({ where: { follower: { address: email } } }) };
}

describe("somebody who comments", () => {
  it("follows the commitment from the confirmation on, when they ticked the box; what they agreed to is kept", async () => {
    const { mail, follows } = await comment(scene.commitment, { wantsNews: "on", locale: "en" });
    expect(mail.body).toContain("You also asked to be told when this commitment changes");
    expect(follows).toMatchObject([{ kind: "commitment", targetId: scene.commitment.id, frequency: "at_once", locale: "en", confirmedAt: later, toldUntil: later, purpose: "news_of_commented", consentVersion: "comment-2026-11" }]);
  });

  it("follows the plan of a report", async () => {
    const { mail, follows } = await comment(scene.report, { wantsNews: "on" });
    expect(mail.body).toContain("გეგმის ცვლილებები");
    expect(follows).toMatchObject([{ kind: "plan", targetId: scene.plan.id, locale: "ka", purpose: "news_of_commented" }]);
  });

  it("follows nothing when the box is empty, as it is", async () => {
    for (const wantsNews of ["", "yes"]) {
      const { mail, follows } = await comment(scene.commitment, { wantsNews });
      expect(follows).toEqual([]);
      expect(mail.body).not.toContain("შეგატყობინოთ");
    }
  });

  it("goes on as before when they follow it already", async () => {
    const { email, follows } = await comment(scene.commitment, { wantsNews: "on" });
    await db().follow.updateMany({ where: { id: follows[0]?.id ?? "" }, data: { frequency: "weekly", purpose: "news" } });
    await confirmFollowOf(follows[0]?.id ?? "", later);
    const again = await comment(scene.commitment, { wantsNews: "on", email, locale: "en" });
    expect(again.follows).toMatchObject([{ id: follows[0]?.id, frequency: "weekly", purpose: "news", locale: "ka" }]);
  });
});
