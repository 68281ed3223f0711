import { readFileSync } from "node:fs";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { importPlan } from "#lib/imports/plan-loading/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { loadProcess } from "#lib/process/loading/commands.ts";
import { createComment, createCommentedPlan } from "./comment-factories.ts";
import { aDraftPlan, addCommitment, addMilestone, anOrganisation, aSubmittedUpdate } from "./factories.ts";

const demo = (name: string): unknown => JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"));

/** A record with something of everything, public and not: the demo plans and process, a draft, an update that waits, comments in every state. */
export async function aMixedRecord(now: Date) {
  await ensureLists(now);
  const system = systemActor("test");
  for (const name of ["georgia-2018-2019", "dmanisi-2024-2025"]) await importPlan(system, demo(name), now);
  await loadProcess(system, demo("working-groups"), now);
  await aSubmittedUpdate({ result: { ka: "poison", en: "poison" } });
  const { plan, reviewer, slug } = await aDraftPlan({ title: { ka: "poison", en: "poison" } });
  const hidden = await anOrganisation("poison");
  const commitment = await addCommitment(reviewer, plan.id, hidden.id, { title: { en: "poison" } });
  await addMilestone(reviewer, commitment, hidden.id, { title: { en: "poison" } });
  const subject = await createCommentedPlan();
  for (const status of ["unconfirmed", "pending", "published", "rejected", "hidden"]) await commentIn(status, subject);
  await aFollower("poison@secret.example", now);
  return { draft: slug, subject };
}

/** Somebody who follows everything by mail; nobody is ever to read their address. */
async function aFollower(address: string, now: Date): Promise<void> {
  const follow = { kind: "everything", targetId: "all", locale: "ka", createdAt: now, confirmedAt: now, toldUntil: now, consentVersion: "2026-11-21", endTokenHash: `end ${address}` };
  await db().follower.create({ data: { address, createdAt: now, follows: { create: follow } } });
  await db().mail.create({ data: { kind: "follow.weekly", locale: "ka", recipient: address, subject: "poison", body: "poison", createdAt: now, nextAttemptAt: now } });
}

type Subject = Awaited<ReturnType<typeof createCommentedPlan>>;

/** A comment as it stands in one state, with a response that is written but not published. */
export async function commentIn(status: string, { commitment, secretariat }: Subject, body = status === "published" ? "Good. Write to nino@secret.example" : "poison") {
  const past = new Date("2020-06-10");
  const moderated = status === "hidden" || status === "rejected" ? { moderationCode: "abusive", moderationNote: "poison", moderatedAt: past } : {};
  const confirmed = status === "unconfirmed" ? {} : { confirmedAt: past };
  const published = status === "published" || status === "hidden" ? { publishedAt: past } : {};
  const comment = await createComment(commitment, { status, body, authorName: status === "published" ? "Nino <nino@secret.example>" : "poison", ...confirmed, ...published, ...moderated });
  if (status === "published") await db().response.create({ data: { commentId: comment.id, status: "draft", text: { en: "poison" }, organisationId: secretariat.id, actorName: "poison", savedAt: past } });
  return comment;
}
