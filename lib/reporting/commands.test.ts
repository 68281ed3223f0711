import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { closePeriod } from "#lib/reporting/periods/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { asAmendment } from "#prisma/amendment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { acceptUpdate, returnUpdate, saveAndSubmitUpdate, saveUpdate, submitUpdate } from "./commands.ts";

const now = new Date("2019-06-10T10:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
beforeEach(async () => {
  set = await createReportedPlan();
});

const link = async (title = "Act") => (await addEvidenceLink(set.coordinator, { organisationId: set.agency.id, url: "https://zugdidi.example/act", title: { en: title } }, now)).id;
const submitted = async (changes = {}) => saveAndSubmitUpdate(set.coordinator, set.typed(changes), now);
const asked = ({ id, version }: { id: string; version: number }) => ({ updateId: id, version });
const stored = (id: string) => db().progressUpdate.findUniqueOrThrow({ where: { id }, include: { evidence: true, actuals: true, reviews: true } });

describe("a coordinator's update", () => {
  it("is saved with indicators and proof, changed, and traced", async () => {
    const [one, two] = [await link(), await link("Photo")];
    const [indicator] = set.milestone.indicators;
    const pieces = [one, two].map((evidenceId) => ({ evidenceId, verificationSourceId: null, title: { en: "Proof" } }));
    const first = await saveUpdate(set.coordinator, set.typed({ actuals: [{ indicatorId: indicator?.id ?? "", value: "7.5", text: {} }], evidence: pieces }), now);
    const second = await saveUpdate(set.coordinator, set.typed({ ...first, result: { en: "More" }, evidence: pieces.slice(1) }), now);
    expect(second).toEqual({ id: first.id, version: 2 });
    const row = await stored(first.id);
    expect(row).toMatchObject({ status: "draft", result: { en: "More" }, actuals: [] });
    expect(row.evidence.filter(({ removedAt }) => removedAt === null).map(({ id }) => id)).toEqual([two]);
    const events = await db().auditEvent.findMany({ where: { entity: "update", entityId: first.id }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(["update.saved", "evidence.attached", "update.saved", "evidence.removed"]);
    expect(events[2]).toMatchObject({ before: { result: { ka: "პორტალი იქმნება" } }, after: { result: { en: "More" } } });
  });

  it("is nobody else's to send after another agency was put in charge", async () => {
    const draft = await saveUpdate(set.coordinator, set.typed(), now);
    await asAmendment(set.plan.id, () => db().milestone.update({ where: { id: set.milestone.id }, data: { leadOrganisationId: set.other.id } }));
    const successor = { ...set.coordinator, memberships: [{ role: "coordinator" as const, organisationId: set.other.id }] };
    await expect(submitUpdate(successor, asked(draft), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await stored(draft.id)).toMatchObject({ status: "draft" });
  });

  it("is saved once when two coordinators save at once, and the other is told", async () => {
    const both = await Promise.allSettled(["a", "b"].map((en) => saveUpdate(set.coordinator, set.typed({ result: { en } }), now)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  it("is changed once when two coordinators change it at once", async () => {
    const first = await saveUpdate(set.coordinator, set.typed(), now);
    const both = await Promise.allSettled(["a", "b"].map((en) => saveUpdate(set.coordinator, set.typed({ ...first, result: { en } }), now)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    await expect(saveUpdate(set.coordinator, set.typed({ ...first, result: { en: "late" } }), now)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await stored(first.id)).version).toBe(2);
  });

  it("of another organisation's milestone answers as if there were none", async () => {
    const foreign = { subject: { commitmentId: set.commitment.id, milestoneId: set.foreign.id } };
    await expect(saveUpdate(set.coordinator, set.typed(foreign), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const own = await saveUpdate(set.coordinator, set.typed(), now);
    await expect(saveUpdate(set.stranger, set.typed(own), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(submitUpdate(set.stranger, asked(own), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(saveUpdate(set.reviewer, set.typed(own), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused in a closed period, a plan that is not adopted, and for a milestone of another plan", async () => {
    const draft = await saveUpdate(set.coordinator, set.typed(), now);
    const other = await createReportedPlan();
    await expect(saveUpdate(set.coordinator, set.typed({ periodId: other.period.id }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await closePeriod(set.reviewer, { periodId: set.period.id, version: 1 }, now);
    await expect(saveUpdate(set.coordinator, set.typed(draft), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    await expect(submitUpdate(set.coordinator, asked(draft), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    await db().plan.update({ where: { id: set.plan.id }, data: { status: "closed" } });
    await expect(saveUpdate(set.coordinator, set.typed(draft), now)).rejects.toMatchObject({ code: "PLAN_NOT_ADOPTED" });
  });

  it("takes neither foreign indicators, nor foreign sources, nor others' proof", async () => {
    const foreign = await addEvidenceLink(set.stranger, { organisationId: set.other.id, url: "https://x.example/", title: {} }, now);
    const piece = { evidenceId: await link(), verificationSourceId: set.commitment.id, title: {} };
    const refused = (changes: object) => expect(saveUpdate(set.coordinator, set.typed(changes), now)).rejects;
    await refused({ actuals: [{ indicatorId: set.commitment.id, value: "1", text: {} }] }).toMatchObject({ code: "INVALID_INPUT" });
    await refused({ evidence: [piece] }).toMatchObject({ fieldErrors: { "evidence.0.verificationSourceId": "unknownChoice" } });
    await refused({ evidence: [{ ...piece, verificationSourceId: null, evidenceId: foreign.id }] }).toMatchObject({ fieldErrors: { "evidence.0.evidenceId": "unknownChoice" } });
    expect(await db().progressUpdate.count({ where: { periodId: set.period.id } })).toBe(0);
  });
});

describe("sending", () => {
  it("completed needs proof, and each piece its promised source; nothing is half saved", async () => {
    await expect(submitted({ progress: "completed" })).rejects.toMatchObject({ code: "EVIDENCE_REQUIRED", fieldErrors: { evidence: "evidenceRequired" } });
    const evidenceId = await link();
    const piece = (verificationSourceId: string | null) => ({ evidence: [{ evidenceId, verificationSourceId, title: {} }] });
    await expect(submitted({ progress: "completed", ...piece(null) })).rejects.toMatchObject({ code: "VERIFICATION_SOURCE_REQUIRED" });
    expect(await db().progressUpdate.count({ where: { periodId: set.period.id } })).toBe(0);
    const sent = await submitted({ progress: "completed", ...piece(set.milestone.sources[0]?.id ?? null) });
    expect(await stored(sent.id)).toMatchObject({ status: "submitted", submittedAt: now });
  });

  it("a sent update cannot be edited or sent again", async () => {
    const sent = await submitted();
    await expect(saveUpdate(set.coordinator, set.typed(sent), now)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
    await expect(submitUpdate(set.coordinator, asked(sent), now)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
  });

  it("the system may take over what a published source says, without the texts it lacks", async () => {
    const sent = await saveAndSubmitUpdate(systemActor("import"), set.typed({ progress: "suspended", result: {} }), new Date("2020-12-31"));
    expect(await stored(sent.id)).toMatchObject({ status: "submitted", result: null, reasons: null });
  });
});

describe("the Secretariat's decision", () => {
  it("returns with a note, the coordinator mends and sends again, and it is accepted", async () => {
    const sent = await submitted();
    const returned = await returnUpdate(set.reviewer, { ...asked(sent), note: "Name the act" }, now);
    const mended = await saveAndSubmitUpdate(set.coordinator, set.typed({ ...returned, result: { en: "Act 12" } }), now);
    await acceptUpdate(set.reviewer, asked(mended), now);
    const row = await stored(sent.id);
    expect(row).toMatchObject({ status: "accepted", acceptedAt: now });
    expect(row.reviews.map(({ decision, note }) => [decision, note])).toEqual([["returned", "Name the act"], ["accepted", null]]);
  });

  it("supersedes what was accepted before, in one step", async () => {
    const first = await submitted();
    await acceptUpdate(set.reviewer, asked(first), now);
    await expect(submitted({ progress: "not_started" })).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED", fieldErrors: { progress: "transitionNotAllowed" } });
    const second = await submitted({ progress: "suspended", reasons: { en: "A shared service" } });
    expect((await stored(first.id)).status).toBe("accepted");
    await acceptUpdate(set.reviewer, asked(second), now);
    expect([(await stored(first.id)).status, (await stored(second.id)).status]).toEqual(["superseded", "accepted"]);
  });

  it("is told to the organisation's coordinators, in their language, and to nobody else", async () => {
    const person = (role: string, organisationId: string, locale = "ka", disabledAt: Date | null = null) =>
      db().account.create({ data: { email: `${role}-${locale}-${organisationId}@example.ge`, name: role, locale, disabledAt, memberships: { create: { role, organisationId } } } });
    const told = [await person("coordinator", set.agency.id), await person("coordinator", set.agency.id, "en")];
    await Promise.all([person("moderator", set.agency.id), person("coordinator", set.other.id), person("coordinator", set.agency.id, "xx", now)]);
    const sent = await submitted();
    await returnUpdate(set.reviewer, { ...asked(sent), note: "Name <the> act" }, now);
    const mails = await db().mail.findMany({ where: { recipient: { contains: set.agency.id } }, orderBy: { locale: "asc" } });
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(told.map(({ email }) => email).sort());
    expect(mails[0]).toMatchObject({ kind: "update.returned", locale: "en", subject: "Returned to you: 5.2 Portal" });
    expect(mails[0]?.body).toContain("Name <the> act");
    expect(mails[0]?.body).toContain(`http://localhost:3000/en/workspace/periods/${set.period.id}?open=${set.milestone.id}`);
  });

  it("is made once", async () => {
    const sent = await submitted();
    const both = await Promise.allSettled([acceptUpdate(set.reviewer, asked(sent), now), returnUpdate(set.reviewer, { ...asked(sent), note: "No" }, now)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await stored(sent.id)).reviews).toHaveLength(1);
  });

  it("is nobody else's, and needs a sent update", async () => {
    const draft = await saveUpdate(set.coordinator, set.typed(), now);
    await expect(acceptUpdate(set.coordinator, asked(draft), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(acceptUpdate(set.stranger, asked(draft), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(acceptUpdate(set.reviewer, asked(draft), now)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
  });
});
