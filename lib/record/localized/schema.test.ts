import { describe, expect, it } from "vitest";
import { cleanText, compact, isBlank, localize, localizedSchema, optionalLocalizedSchema } from "./schema.ts";

describe("a text in its languages", () => {
  it("is shown in the language asked for, else in another, and says which", () => {
    const both = { ka: "გეგმა", en: "Plan" };
    expect([localize(both, "en"), localize(both, "ka")]).toEqual([{ text: "Plan", lang: "en" }, { text: "გეგმა", lang: "ka" }]);
    expect([localize({ ka: "გეგმა" }, "en"), localize({ en: "Plan" }, "ka")]).toEqual([{ text: "გეგმა", lang: "ka" }, { text: "Plan", lang: "en" }]);
    expect([localize({}, "ka"), localize(null, "ka")]).toEqual([null, null]);
  });

  it("has one form for what is not stated", () => {
    expect([compact({ ka: "", en: undefined }), compact(null), compact({ ka: "გეგმა", en: "" })]).toEqual([null, null, { ka: "გეგმა" }]);
    expect([isBlank({ ka: "" }), isBlank(undefined), isBlank({ en: "Plan" })]).toEqual([true, true, false]);
  });

  it("is asked for in one language at least, unless it may be left out", () => {
    expect(localizedSchema().safeParse({ ka: "  ", en: "" }).error?.issues.map(({ message }) => message)).toEqual(["required"]);
    expect(optionalLocalizedSchema().parse({ ka: " გეგმა ", en: " " })).toEqual({ ka: "გეგმა", en: undefined });
    expect(optionalLocalizedSchema().parse({ ka: "\u200b\u00ad\u115f", en: "\ufffe" })).toEqual({ ka: undefined, en: undefined });
    expect(optionalLocalizedSchema().parse({ en: "a\u0000\u202eb\r\nc\ud800" })).toEqual({ en: "ab\nc\ufffd" });
    expect(localizedSchema(3).safeParse({ en: "Plan" }).error?.issues.map(({ path, message }) => [path, message])).toContainEqual([["en"], "textTooLong"]);
  });
});

describe("a text as it was typed", () => {
  it("keeps every letter of every script, line ends, tabs and invisible joiners", () => {
    const typed = "აბგ\n\tO’Neil – 5\u00a0%, שלום, a\u200db\u00adc 👩‍👩‍👧";
    expect(cleanText(typed)).toBe(typed);
  });

  it("loses what only programs put in", () => {
    expect(cleanText("a\u0000\u0007\u009fb\u007f")).toBe("ab");
    expect(cleanText("one\r\ntwo\rthree\u2028four")).toBe("one\ntwo\nthree\nfour");
    expect(cleanText("report\u202excod.exe \u2066x\u2069")).toBe("reportxcod.exe x");
    expect(cleanText("half \ud83d of one")).toBe("half \ufffd of one");
  });
});
