import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedKeys, askedWords } from "#lib/record/search-words/rules.ts";
import { asTitleQuery, asTsquery, highlight, passageOf } from "./rules.ts";

describe("a question", () => {
  it("becomes a query of the database that asks for all of its words", () => {
    expect(asTsquery(askedWords("ზუგდიდის მერს იდეა"))).toMatch(/^\('zugdid'.*\) & \('mer'.*\) & \('ide' \| 'idea'\)$/);
    expect(asTsquery(askedWords("5.2"))).toBe("('5.2')");
  });

  it("is looked for in titles while it is typed", () => {
    expect(asTitleQuery(askedWords("5 ზუგდ"), ["zugd"])).toBe("('5':A) & ('zugd':*AC)");
  });
});

describe("what was found", () => {
  it("is marked in the text, whatever letters it was typed in", () => {
    expect(highlight("შეიტანე იდეა, ზუგდიდის მერს!", [...askedKeys("zugdidi"), ...askedKeys("idea")])).toEqual([
      { text: "შეიტანე ", found: false }, { text: "იდეა", found: true }, { text: ", ", found: false }, { text: "ზუგდიდის", found: true }, { text: " მერს!", found: false },
    ]);
  });

  it("loses no letter of the text", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, typed) => highlight(text, askedKeys(typed)).map((run) => run.text).join("") === text)));

  it("is shown in the piece of a long text where most of it stands together", () => {
    const text = `${"სიტყვა ".repeat(100)}იდეა ${"სიტყვა ".repeat(100)}ზუგდიდის მერის იდეა ${"სიტყვა ".repeat(100)}`;
    const passage = passageOf(text, [...askedKeys("ზუგდიდი"), ...askedKeys("იდეა")]) ?? [];
    expect(passage.filter(({ found }) => found).map((run) => run.text)).toEqual(["ზუგდიდის", "იდეა"]);
    const whole = passage.map((run) => run.text).join("");
    expect(whole.length).toBeLessThan(260);
    expect(whole).toMatch(/^… .* …$/);
    expect(passageOf("სხვა", askedKeys("იდეა"))).toBeNull();
  });
});
