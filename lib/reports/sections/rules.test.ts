import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { added, changedPassage, commitmentKey, commitmentOf, isOwnSection, kindOf, moved, orderedSections, requireSections } from "./rules.ts";
import { saveSectionSchema, sectionKeySchema, standingSections } from "./schema.ts";

const [one, two] = ["text:11111111-1111-7111-8111-111111111111", "text:22222222-2222-7222-8222-222222222222"] as const;
const commitment = "33333333-3333-7333-8333-333333333333";
const keysOf = (order: string[], own: string[] = []) => orderedSections(order, own.map((key) => ({ key }))).map(({ key }) => key);
const [introduction, process, summary, commitments, lessons, annexes] = standingSections;

describe("the order of a report's sections", () => {
  it("is the one of every report when the Secretariat has moved nothing", () => {
    expect(keysOf([])).toEqual(standingSections);
  });

  it("is the Secretariat's, with what it does not name behind what comes before it by default", () => {
    expect(keysOf([summary, introduction])).toEqual([summary, commitments, lessons, annexes, introduction, process]);
    expect(keysOf([lessons, commitments])).toEqual([introduction, process, summary, lessons, annexes, commitments]);
    expect(keysOf([annexes])).toEqual(standingSections);
  });

  it("puts a section that was added before the annexes, unless it has its place or they have another", () => {
    expect(keysOf([], [one])).toEqual([introduction, process, summary, commitments, lessons, one, annexes]);
    expect(keysOf([one, introduction], [one])[0]).toBe(one);
    expect(keysOf([annexes, introduction, process, summary, commitments, lessons], [one]).at(-1)).toBe(one);
  });

  it("passes over what no section has: one that was removed, a commitment, nonsense, the same one twice", () => {
    expect(keysOf([one, "nonsense", commitmentKey(commitment), introduction, introduction])).toEqual(standingSections);
    expect(orderedSections([], [{ key: commitmentKey(commitment) }]).map(({ key }) => key)).toEqual(standingSections);
  });

  it("gives every section what is written in it, and null where nothing is", () => {
    const [first, second] = orderedSections([], [{ key: introduction, body: "text" }]);
    expect(first).toMatchObject({ kind: "introduction", row: { body: "text" } });
    expect(second).toMatchObject({ kind: "process", row: null });
    expect(orderedSections([], [{ key: one }]).find(({ kind }) => kind === "text")?.key).toBe(one);
  });

  it("has every section exactly once, whatever the order says", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...standingSections, one, two, "nonsense")), fc.subarray([one, two]), (order, own) => {
      const keys = keysOf(order, own);
      expect([...keys].sort()).toEqual([...standingSections, ...own].sort());
      expect(keysOf(keys, own)).toEqual(keys);
    }));
  });

  it("moves one section and leaves the others as they stand to each other", () => {
    expect(moved(["a", "b", "c"], "a", 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], "c", 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a", "b"], "a", 99)).toEqual(["b", "a"]);
    expect(added(["a", "annexes"], "b")).toEqual(["a", "b", "annexes"]);
    expect(added(["annexes", "a"], "b")).toEqual(["annexes", "a", "b"]);
  });
});

describe("the key of a section", () => {
  it("says what kind of section it is", () => {
    expect(standingSections.map(kindOf)).toEqual(standingSections);
    expect(kindOf(one)).toBe("text");
    expect(kindOf(commitmentKey(commitment))).toBeNull();
    expect([isOwnSection(one), isOwnSection(introduction), isOwnSection("text:1")]).toEqual([true, false, false]);
    expect([commitmentOf(commitmentKey(commitment)), commitmentOf(one), commitmentOf("commitment:1")]).toEqual([commitment, null, null]);
  });

  it.each(["", "text", "text:", "introduction ", `text:${commitment}:`, `${one}\n`, "commitment:../1", "constructor", one.toUpperCase()])("is not %j", (key) => {
    expect(sectionKeySchema.safeParse(key).success).toBe(false);
    expect(kindOf(key)).toBeNull();
  });
});

describe("what is sent to be saved", () => {
  const sent = { reportId: commitment, key: introduction, version: null, body: {} };

  it("may be empty, and keeps no attribute that a text does not have", () => {
    expect(saveSectionSchema.parse(sent)).toEqual({ ...sent, heading: {} });
    const body = { ka: { type: "doc", content: [{ type: "paragraph", attrs: { style: "color:red" }, content: [{ type: "text", text: "ა", onclick: "1" }] }] } };
    expect(saveSectionSchema.parse({ ...sent, body }).body).toEqual({ ka: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "ა" }] }] } });
  });

  it("is refused with a link that leads to a script", () => {
    const body = { ka: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "ა", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }] }] } };
    expect(saveSectionSchema.safeParse({ ...sent, body }).success).toBe(false);
  });
});

describe("what a report needs before the public is asked", () => {
  const body = { en: { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Words" }] }] } };
  const blank = { ka: { type: "doc" as const, content: [{ type: "paragraph" as const }] } };

  it("is an introduction and a summary in one language at least", () => {
    expect(() => requireSections([{ key: introduction, body }, { key: summary, body }])).not.toThrow();
  });

  it.each([
    ["both", [], { introduction: "requiredInOneLanguage", summary: "requiredInOneLanguage" }],
    ["the summary", [{ key: introduction, body }], { summary: "requiredInOneLanguage" }],
    ["an introduction of empty paragraphs", [{ key: introduction, body: blank }, { key: summary, body }], { introduction: "requiredInOneLanguage" }],
  ])("names %s", (_what, rows, fieldErrors) => {
    expect(() => requireSections(rows)).toThrow(expect.objectContaining({ code: "REPORT_INCOMPLETE", fieldErrors }));
  });
});

describe("the passage that changed", () => {
  it("is as it was and as it is, with a little around it", () => {
    const [head, tail] = ["ა".repeat(100), "ბ".repeat(100)];
    expect(changedPassage(`${head}12${tail}`, `${head}13${tail}`)).toEqual({ before: `…${"ა".repeat(39)}12${"ბ".repeat(40)}…`, after: `…${"ა".repeat(39)}13${"ბ".repeat(40)}…` });
    expect(changedPassage("", "new")).toEqual({ before: "", after: "new" });
    expect(changedPassage("same", "same")).toBeNull();
  });

  it("is never half a character, and all of two short texts", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const passage = changedPassage(before, after);
      expect(passage === null).toBe(before === after);
      if (passage) expect(passage.before.isWellFormed() && passage.after.isWellFormed()).toBe(true);
    }));
    expect(changedPassage("aab", "aaab")).toEqual({ before: "aab", after: "aaab" });
  });
});
