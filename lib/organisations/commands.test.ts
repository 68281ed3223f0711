import { beforeAll, describe, expect, it } from "vitest";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { answer } from "#lib/platform/answers.ts";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { actorAs, factoryNow as now } from "#prisma/factories.ts";
import { addOrganisationsOfPlan, changeOrganisation, createOrganisation } from "./commands.ts";

const administrator = actorAs("administrator");
const input = (slug: string) => ({ slug, name: { ka: "მერია", en: "City Hall" }, kindCode: "municipal_body" });

beforeAll(() => ensureLists(now));

describe("an administrator", () => {
  it("adds an organisation, which leaves a trace", async () => {
    const { id, slug } = await createOrganisation(administrator, input("city-hall"), now);
    expect(await db().organisation.findUnique({ where: { id } })).toMatchObject({ slug, name: { ka: "მერია", en: "City Hall" }, kindCode: "municipal_body", version: 1 });
    expect(await db().auditEvent.findFirst({ where: { entityId: id } })).toMatchObject({ action: "organisation.created", actorName: administrator.name, after: { slug: "city-hall" } });
  });

  it("is told what is wrong beside the field, and nothing is written", async () => {
    const before = await db().organisation.count();
    await expect(createOrganisation(administrator, input("city-hall"), now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { slug: "duplicate" } });
    await expect(createOrganisation(administrator, { ...input("other"), kindCode: "choir" }, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { kindCode: "unknownChoice" } });
    await expect(createOrganisation(administrator, { ...input("No Slug"), name: {} }, now)).rejects.toMatchObject({ issues: [{ path: ["slug"], message: "slug" }, { path: ["name"], message: "required" }] });
    expect(await db().organisation.count()).toBe(before);
  });

  it("is refused what no column can hold, and keeps nothing of what no one can see", async () => {
    const asked = answer(() => createOrganisation(administrator, { ...input("unseen"), kindCode: "munici\u0000pal" }, now));
    expect(await asked).toEqual({ ok: false, code: "INVALID_INPUT", fieldErrors: {} });
    const made = await createOrganisation(administrator, { ...input("unseen"), name: { en: "City\u0000 \u202eHall\ud800" } }, now);
    expect(await db().organisation.findUnique({ where: { id: made.id } })).toMatchObject({ name: { en: "City Hall\ufffd" } });
    const renamed = answer(() => changeOrganisation(administrator, { organisationId: made.id, version: 9e15, name: { en: "Other" } }, now));
    expect(await renamed).toEqual({ ok: false, code: "INVALID_INPUT", fieldErrors: {} });
  });

  it("renames one; of two at once one wins and the other is told", async () => {
    const { id: organisationId, version } = await createOrganisation(administrator, input("renamed"), now);
    const results = await Promise.allSettled(["ა", "ბ"].map((ka) => changeOrganisation(administrator, { organisationId, version, name: { ka } }, now)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    expect(await db().auditEvent.findMany({ where: { entityId: organisationId, action: "organisation.renamed" } })).toMatchObject([{ before: { name: { ka: "მერია", en: "City Hall" } } }]);
  });
});

describe("the municipality of an organisation", () => {
  const zugdidi = { slug: "zugdidi-hall", name: { ka: "ზუგდიდის მუნიციპალიტეტის მერია" }, kindCode: "municipal_body" };

  it("is what its name says when it is added, unless somebody says otherwise", async () => {
    const made = await createOrganisation(administrator, zugdidi, now);
    const other = await createOrganisation(administrator, { ...zugdidi, slug: "of-senaki", municipalitySlug: "senaki" }, now);
    const plain = await createOrganisation(administrator, { ...input("of-none"), municipalitySlug: "" }, now);
    const rows = await Promise.all([made, other, plain].map(({ id }) => db().organisation.findUniqueOrThrow({ where: { id } })));
    expect(rows.map(({ municipalitySlug }) => municipalitySlug)).toEqual(["zugdidi", "senaki", null]);
    expect(await db().auditEvent.findFirst({ where: { entityId: made.id } })).toMatchObject({ after: { municipalitySlug: "zugdidi" } });
  });

  it("is proposed for those that a plan names, too", async () => {
    const id = newId();
    await addOrganisationsOfPlan(actorAs("secretariat", id), [{ id, ...zugdidi, slug: "zugdidi-council", name: { en: "Zugdidi Municipality Council" } }], now);
    expect(await db().organisation.findUnique({ where: { id } })).toMatchObject({ municipalitySlug: "zugdidi" });
  });

  it("is changed and taken away by an administrator, each on the record; left out it stays", async () => {
    const { id: organisationId } = await createOrganisation(administrator, input("placed"), now);
    const name = input("placed").name;
    await changeOrganisation(administrator, { organisationId, version: 1, name, municipalitySlug: "poti" }, now);
    await changeOrganisation(administrator, { organisationId, version: 2, name: { ka: "მერია 2" } }, now);
    expect(await db().organisation.findUnique({ where: { id: organisationId } })).toMatchObject({ municipalitySlug: "poti", version: 3 });
    await changeOrganisation(administrator, { organisationId, version: 3, name: { ka: "მერია 2" }, municipalitySlug: "" }, now);
    const events = await db().auditEvent.findMany({ where: { entityId: organisationId }, orderBy: { id: "asc" } });
    expect(events.map(({ action, before, after }) => [action, before, after]).slice(1)).toEqual([
      ["organisation.placed", { municipalitySlug: null }, { municipalitySlug: "poti" }],
      ["organisation.renamed", { name }, { name: { ka: "მერია 2" } }],
      ["organisation.placed", { municipalitySlug: "poti" }, { municipalitySlug: null }],
    ]);
    await expect(changeOrganisation(administrator, { organisationId, version: 4, name, municipalitySlug: "atlantis" }, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { municipalitySlug: "unknownChoice" } });
  });
});

describe("everybody else", () => {
  it.each(["secretariat", "coordinator", "moderator", "monitor"] as const)("as %s adds and renames nothing", async (role) => {
    const { id: organisationId, version } = await createOrganisation(administrator, input(`of-${role}`), now);
    const actor = actorAs(role, organisationId);
    await expect(createOrganisation(actor, input(`by-${role}`), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(changeOrganisation(actor, { organisationId, version, name: { ka: "სხვა" } }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
