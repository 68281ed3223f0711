import { describe, expect, it } from "vitest";
import { compact, isBlank, localize, localizedSchema, optionalLocalizedSchema } from "./schema.ts";

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
    expect(localizedSchema(3).safeParse({ en: "Plan" }).error?.issues.map(({ path, message }) => [path, message])).toContainEqual([["en"], "textTooLong"]);
  });
});
