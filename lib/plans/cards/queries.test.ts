import { beforeAll, describe, expect, it } from "vitest";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { findCard } from "./queries.ts";
import { cardSubjectOf } from "./rules.ts";

const now = new Date("2026-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

describe("a card", () => {
  it("is of what is public, in the reader's language", async () => {
    expect(await findCard("/plans/georgia-2018-2019", "en", now)).toMatchObject({ eyebrow: "Action plan", facts: [{ name: "Status", value: "Adopted" }, { name: "Term", value: expect.stringContaining("2018") }, { name: "Secretariat" }] });
    const report = await findCard("/reports/georgia-2018-2019-2019-annual", "ka", now);
    expect(report?.url).toBe("http://localhost:3000/ka/reports/georgia-2018-2019-2019-annual");
    expect(await findCard(`/plans/${mixed.subject.plan.slug}/commitments/idea`, "ka", now)).toMatchObject({ title: { text: "შენი იდეა", lang: "ka" } });
  });

  it("says of a commitment what its agency reports and what its assessor judges, each in its own words and with who said so", async () => {
    const card = await findCard("/plans/georgia-2018-2019/commitments/zugdidi-5", "en", now);
    expect(card?.axes).toMatchObject([{ sign: { shape: "paused" }, word: { text: "Suspended" }, by: expect.stringMatching(/Zugdidi.*2019/) }, { sign: { filled: 0, of: 4 }, word: { text: "Not implemented" }, by: expect.stringContaining("2019") }]);
    const silent = await findCard(`/plans/${mixed.subject.plan.slug}/commitments/idea`, "en", now);
    expect(silent?.axes).toMatchObject([{ sign: { shape: "none" }, by: "" }, { sign: null, word: { text: "Not assessed yet" }, by: "" }]);
  });

  it("says of a plan how many stand where, on both axes", async () => {
    const card = await findCard("/plans/georgia-2018-2019", "en", now);
    expect(card?.axes.map(({ word }) => word.text)).toEqual(["Suspended: 1", "Not implemented: 1"]);
  });

  it("takes one statement", async () => {
    for (const path of ["/plans/georgia-2018-2019", "/plans/georgia-2018-2019/commitments/zugdidi-5", "/reports/georgia-2018-2019-2019-annual"]) expect(await statements(async () => void (await findCard(path, "ka", now)))).toBe(1);
  });

  it.each(["/plans/none", "/process/x", "/plans/../x", "/organisations/x", ""])("is none of %j", async (path) => expect(await findCard(path, "ka", now)).toBeNull());
  it("is none of a draft", async () => expect(await findCard(`/plans/${mixed.draft}`, "ka", now)).toBeNull());
  it("is of a plan, a commitment or a report", () => expect(cardSubjectOf("/plans/a/commitments/b")).toEqual({ kind: "commitment", plan: "a", commitment: "b" }));
});
