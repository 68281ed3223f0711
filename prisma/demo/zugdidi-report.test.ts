import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { locales, type Locale } from "#lib/record/localized/schema.ts";
import { importPlan } from "#lib/imports/plan-loading/commands.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { reportDocument } from "#lib/reports/files/blocks.ts";
import { docxText } from "#lib/reports/files/docx-text.ts";
import { makeDocx } from "#lib/reports/files/docx.ts";
import { pdfText, readsPdf } from "#lib/reports/files/pdf-text.ts";
import { makePdf } from "#lib/reports/files/pdf.ts";
import { getPublishedBytes } from "#lib/reports/queries.ts";
import { readSnapshot } from "#lib/reports/snapshot-formats/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";

const slug = "georgia-2018-2019-2019-annual";
const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");
/** Formats break lines where they like, and some between letters. */
const dense = (text: string) => text.replace(/[\s\u00ad\u200b]+/g, "");

/** What the page of the commitment states, line by line, in a language; comments begin with "#". */
function statedOn(locale: Locale): string[] {
  return read(`reports/zugdidi-2019.${locale}.txt`).split("\n").filter((line) => line.trim() && !line.startsWith("#"));
}

/** Lines that a text says less often than the page does. */
function missing(locale: Locale, text: string): string[] {
  const stated = Map.groupBy(statedOn(locale), dense);
  return [...stated].flatMap(([line, same]) => (dense(text).split(line).length - 1 < same.length ? same.slice(0, 1) : []));
}

let frozen: { snapshot: Snapshot; sha256: string };
const source = () => ({ sha256: frozen.sha256, site: "https://ogp.example.ge" });

beforeAll(async () => {
  const now = new Date("2026-11-21T08:00:00Z");
  await ensureLists(now);
  await importPlan(systemActor("demo"), JSON.parse(read("georgia-2018-2019.json")), now);
  const version = (await getPublishedBytes(slug, 1)) ?? expect.unreachable();
  frozen = { snapshot: readSnapshot(version.snapshot), sha256: version.sha256 };
});

describe.each(locales)("the 2019 report of the Zugdidi commitment in %s", (locale) => {
  const document = async () => reportDocument(frozen.snapshot, source(), await translatorFor(locale), locale);

  it("says everything that its page states in the Word file", async () => {
    expect(missing(locale, docxText(await makeDocx(await document())))).toEqual([]);
  });

  it.skipIf(!readsPdf)("says everything that its page states in the PDF", async () => {
    expect(missing(locale, pdfText(makePdf(await document())))).toEqual([]);
  });
});

describe("what was frozen of the Zugdidi commitment", () => {
  it("is what its page states: both axes, terms to the month, the agency, the areas and the goal", () => {
    const [commitment] = frozen.snapshot.commitments;
    expect(frozen.snapshot.report.publishedAt.slice(0, 10)).toBe("2020-12-31");
    expect(frozen.snapshot.period).toMatchObject({ label: { ka: "2019, წლიური" }, startsOn: "2019-01-01", endsOn: "2019-12-31" });
    expect(commitment).toMatchObject({
      number: "5", startsOn: "2018-06", endsOn: "2019-12", lead: { name: { ka: "ზუგდიდის მუნიციპალიტეტის მერია" } }, update: { progress: "suspended" },
      assessments: [{ voice: "secretariat", grade: { label: { ka: "არ შესრულდა" }, rank: 0 } }], sdgs: [{ number: 16 }],
    });
    expect(commitment?.thematicAreas.map(({ code }) => code).sort()).toEqual(["accountability", "engagement", "innovation_technology", "transparency"]);
    expect(commitment?.milestones.map(({ number, startsOn, endsOn, update, assessments }) => [number, startsOn, endsOn, update?.progress, assessments[0]?.grade?.code])).toEqual([
      ["5.1", "2018-05", "2018-10", "suspended", "not_implemented"], ["5.2", "2018-10", "2019-06", "suspended", "not_implemented"], ["5.3", "2019-06", "2019-12", "suspended", "not_implemented"],
    ]);
  });
});
