"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { addEvidenceLinkSchema } from "#lib/evidence/schema.ts";
import { sayNoProgress, submitReady } from "#lib/boards/period-work/commands.ts";
import { sayNoProgressSchema, sendReadySchema, type Outcome } from "#lib/boards/period-work/schema.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { consume } from "#lib/platform/limits.ts";
import type { SavedAnswer } from "#lib/reporting/actions.ts";
import { saveUpdate } from "#lib/reporting/commands.ts";
import { getUpdateForm, type UpdateForm } from "#lib/reporting/queries.ts";
import { saveUpdateSchema, updateFormKeySchema } from "#lib/reporting/schema.ts";
import { createReportingLink, renewReportingLink, revokeReportingLink } from "./commands.ts";
import { requireLinkActor } from "./queries.ts";
import { createReportingLinkSchema, reportingLinkIdSchema } from "./schema.ts";

/** The Secretariat mails a link. */
export async function createReportingLinkAction(raw: unknown): Promise<Answer<{ id: string; expiresAt: Date }>> {
  return answer(async () => createReportingLink(await requireActor(), createReportingLinkSchema.parse(raw), now()));
}

/** The Secretariat ends a link. */
export async function revokeReportingLinkAction(raw: unknown): Promise<Answer<{ id: string }>> {
  return answer(async () => revokeReportingLink(await requireActor(), reportingLinkIdSchema.parse(raw), now()));
}

/** The Secretariat mails a new link to the same person. */
export async function renewReportingLinkAction(raw: unknown): Promise<Answer<{ id: string; expiresAt: Date }>> {
  return answer(async () => renewReportingLink(await requireActor(), reportingLinkIdSchema.parse(raw), now()));
}

/** Whoever holds the link of this request; one link saves as it types, but no program through it. */
async function reporter() {
  const actor = await requireLinkActor();
  await consume("reporting-link-write", actor.link.id, 1_200, 3_600);
  return actor;
}

/** By a mailed link: saves the draft as it is. */
export async function saveByLinkAction(raw: unknown): Promise<Answer<SavedAnswer>> {
  return answer(async () => {
    const [actor, savedAt] = [await reporter(), now()];
    return { ...(await saveUpdate(actor, saveUpdateSchema.parse(raw), savedAt)), savedAt };
  });
}

/** By a mailed link: what somebody else saved meanwhile. */
export async function loadByLinkAction(raw: unknown): Promise<Answer<UpdateForm["working"]>> {
  return answer(async () => {
    const { periodId, subjectId } = updateFormKeySchema.parse(raw);
    return (await getUpdateForm(await requireLinkActor(), periodId, subjectId)).working;
  });
}

/** By a mailed link: sends every draft named, each by itself. */
export async function sendByLinkAction(raw: unknown): Promise<Answer<Outcome[]>> {
  return answer(async () => submitReady(await reporter(), sendReadySchema.parse(raw), now()));
}

/** By a mailed link: "no progress in this period" of several at once. */
export async function sayNoProgressByLinkAction(raw: unknown): Promise<Answer<Outcome[]>> {
  return answer(async () => sayNoProgress(await reporter(), sayNoProgressSchema.parse(raw), now()));
}

/** By a mailed link: keeps a link to a page as evidence. */
export async function addEvidenceLinkByLinkAction(raw: unknown): Promise<Answer<{ id: string; url: string }>> {
  return answer(async () => addEvidenceLink(await reporter(), addEvidenceLinkSchema.parse(raw), now()));
}
