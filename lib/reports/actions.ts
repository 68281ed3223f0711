"use server";

import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { correctReport, createReport, finaliseReport, publishReportForConsultation, saveReport } from "./commands.ts";
import { getReportForComposer, type ReportForComposer } from "./queries.ts";
import { correctReportSchema, createReportSchema, reportVersionSchema, saveReportSchema, type FrozenReport, type SavedReport } from "./schema.ts";

export async function createReportAction(raw: unknown): Promise<Answer<SavedReport>> {
  return answer(async () => createReport(await requireActor(), createReportSchema.parse(raw), now()));
}

export async function saveReportAction(raw: unknown): Promise<Answer<SavedReport>> {
  return answer(async () => saveReport(await requireActor(), saveReportSchema.parse(raw), now()));
}

/** What somebody else saved meanwhile, to be looked at beside what was typed. */
export async function loadReportAction(raw: unknown): Promise<Answer<Pick<ReportForComposer, "version" | "texts">>> {
  return answer(async () => {
    const { reportId } = z.object({ reportId: z.uuid() }).parse(raw);
    const report = await getReportForComposer(await requireActor(), reportId, now());
    if (!report) throw new DomainError("NOT_FOUND");
    return { version: report.version, texts: report.texts };
  });
}

export async function publishReportForConsultationAction(raw: unknown): Promise<Answer<FrozenReport>> {
  return answer(async () => publishReportForConsultation(await requireActor(), reportVersionSchema.parse(raw), now()));
}

export async function finaliseReportAction(raw: unknown): Promise<Answer<FrozenReport>> {
  return answer(async () => finaliseReport(await requireActor(), reportVersionSchema.parse(raw), now()));
}

export async function correctReportAction(raw: unknown): Promise<Answer<FrozenReport>> {
  return answer(async () => correctReport(await requireActor(), correctReportSchema.parse(raw), now()));
}
