import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import { snapshotFormat, snapshotSchema } from "#lib/reports/snapshots/schema.ts";
import { paragraphsOf, readSnapshot } from "./rules.ts";
import { firstSnapshotFormat } from "./schema.ts";

/** Reports that a release with the first format published: their bytes, and the checksums that stood beside them. */
const published = {
  "georgia-2018-2019-2019-annual-version-1": "cbf406ee34bf8089ca80740c72a0650893f61cf667c57a5ceddc649e749cd355",
  "consulted-version-2": "34f050c50860eb35734600843da2fc43edfc61cbd93200c2b66959580626c27a",
};
const bytesOf = (name: keyof typeof published) => readFileSync(`prisma/published/${name}.json`, "utf8");
const names = Object.keys(published) as (keyof typeof published)[];

describe("a report published in the first format", () => {
  it.each(names)("%s keeps its bytes and is read as the newest format has it", (name) => {
    const json = bytesOf(name);
    expect(createHash("sha256").update(json).digest("hex")).toBe(published[name]);
    expect(JSON.parse(json)).toMatchObject({ format: firstSnapshotFormat });
    const snapshot = readSnapshot(json);
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(readSnapshot(canonicalJson(snapshot))).toEqual(snapshot);
  });

  it("has its texts as sections, in the order in which it was read, and nothing that was not asked then", () => {
    const { sections, events, crosswalk, commitments, comments, report } = readSnapshot(bytesOf("consulted-version-2"));
    const paragraph = (text: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
    expect(sections.map(({ key, body }) => [key, body?.en])).toEqual([["summary", paragraph("Conclusions")], ["introduction", paragraph("Introduction")], ["commitments", undefined], ["annexes", undefined]]);
    expect(report).not.toHaveProperty("introduction");
    expect([events, crosswalk, comments?.published.map(({ body, sectionKey }) => [body, sectionKey])]).toEqual([[], null, [["რატომ?", null]]]);
    expect(commitments[0]).toMatchObject({ narrative: null, assessments: [{ grade: { code: "not" }, answer: null, irm: { completion: null, earlyResults: null } }] });
  });

  it("keeps every fact of the Zugdidi report", () => {
    const [first, read] = [JSON.parse(bytesOf("georgia-2018-2019-2019-annual-version-1")) as Record<string, never>, readSnapshot(bytesOf("georgia-2018-2019-2019-annual-version-1"))];
    expect({ ...read, commitments: [], sections: [], report: {} }).toMatchObject({ plan: first.plan, period: first.period, summary: first.summary, parts: first.parts });
    expect(read.commitments).toMatchObject(first.commitments as never);
  });
});

describe("a format that is not known", () => {
  it.each([`{"format":"open-commitments/report/3"}`, `{}`, `null`, `[]`, `"text"`])("is not guessed at: %s", (json) => {
    expect(() => readSnapshot(json)).toThrow("FORMAT_UNKNOWN");
  });

  it("nor is one that lies about itself", () => {
    expect(() => readSnapshot(`{"format":"${snapshotFormat}"}`)).toThrow();
  });
});

it("keeps blank lines between paragraphs and says nothing where nothing is said", () => {
  expect(paragraphsOf(null)).toBeNull();
  expect(paragraphsOf({ ka: "ერთი\n\nორი" })).toMatchObject({ ka: { content: [{ type: "paragraph" }, { type: "paragraph" }] } });
  expect(paragraphsOf({ ka: "ერთი" })).not.toHaveProperty("en");
});
