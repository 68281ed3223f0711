import { describe, expect, it } from "vitest";
import { thematicAreas } from "#lib/record/lists/schema.ts";
import { deriveKeys, makeKey } from "#lib/sheets/keys.ts";
import { codeOf, labelOf, plain, readDate, readNumber } from "./values.ts";

describe("a date as people write it", () => {
  it.each([
    ["2024", "2024"], [" 2024 წ. ", "2024"], ["2024 წელი", "2024"], ["2018-10", "2018-10"], ["2018-10-31", "2018-10-31"], ["10.2018", "2018-10"], ["10/2018", "2018-10"], ["31.12.2024", "2024-12-31"], ["31/12/2024", "2024-12-31"],
    ["1.2.2024", "2024-02-01"], ["ოქტომბერი 2018", "2018-10"], ["2018 წლის ოქტომბერი", "2018-10"], ["2018 წლის ოქტომბრამდე", null], ["2018 წლის 31 დეკემბერი", "2018-12-31"], ["31 დეკემბერი 2024", "2024-12-31"], ["31 დეკემბერი, 2024", "2024-12-31"],
    ["მაისის 2018", "2018-05"], ["ივნისში 2026", "2026-06"], ["October 2018", "2018-10"], ["oct. 2018", "2018-10"], ["31 December 2024", "2024-12-31"], ["December 31, 2024", "2024-12-31"], ["1st May 2025", "2025-05-01"],
  ])("%s is %s", (text, date) => expect(readDate(text)).toBe(date));

  it.each(["", "გაზაფხული 2018", "31.02.2024", "2024-13", "12/31/2024", "24", "2024-2025", "მაისი", "1 მაისი", "45000", "I კვარტალი 2024", "May May 2018"])("%j is none", (text) => expect(readDate(text)).toBeNull());
});

describe("a number as people write it", () => {
  it.each([["1500", 1500], ["-5", -5], ["1 234,5", 1234.5], ["1\u00a0234\u00a0567.89", 1234567.89], ["0,25", 0.25], ["12,3456", 12.3456], ["1,234.50", 1234.5], ["1,234,567", 1234567], ["007", 7]])("%s is %d", (text, number) => expect(readNumber(text)).toBe(number));
  it.each(["1,234", "", "ათი", "5 ლარი", "1.2.3", "1e5", "--1", "12 34", "0x10"])("%j is none, or may be two", (text) => expect(readNumber(text)).toBeNull());
});

describe("a choice", () => {
  it.each(["transparency", "Transparency ", "გამჭვირვალობა", "TRANSPARENCY"])("is known by code or label: %s", (words) => expect(codeOf(thematicAreas, words)).toBe("transparency"));
  it("is none when nothing, or more than one entry, is called so", () => {
    expect(codeOf(thematicAreas, "ღიაობა")).toBeNull();
    const twins = [{ code: "a", label: { ka: "სხვა" } }, { code: "b", label: { ka: "სხვა" } }];
    expect([codeOf(twins, "სხვა"), codeOf(twins, "b"), labelOf(twins, "b", "ka")]).toEqual([null, "b", "b"]);
  });
  it("is called by its code where it has no label in the language", () => expect([labelOf([{ code: "a", label: { en: "An A" } }], "a", "ka"), labelOf([], "unlisted", "ka")]).toEqual(["a", "unlisted"]));
  it("is compared without case, quotation marks, kinds of dashes and spaces", () => expect(plain(" „ღია“  Data – ONE ")).toBe("ღია data - one"));
});

describe("a key", () => {
  it.each([
    [{ ka: "ზუგდიდის მუნიციპალიტეტის მერია", en: "Zugdidi City Hall" }, "zugdidis-munitsipalitetis-meria"],
    [{ en: "Zugdidi City Hall" }, "zugdidi-city-hall"],
    ["ღია მმართველობა №5.10", "ghia-mmartveloba-no5-10"],
    ["Café “Ünïon”", "cafe-union"],
    ["საქართველოს მთავრობის ადმინისტრაციის პოლიტიკის დაგეგმვისა და კოორდინაციის დეპარტამენტი", "sakartvelos-mtavrobis-administratsiis-politikis-dagegmvisa"],
    ["中文", "x"],
  ])("of %j is %s", (text, key) => expect(makeKey(text, new Set())).toBe(key));

  it("is given once", () => expect([makeKey("მერია", new Set(["meria"])), makeKey("მერია", new Set(["meria", "meria-2"]))]).toEqual(["meria-2", "meria-3"]));

  it("is filled in where it is left out, the same each time, and nowhere else", () => {
    const raw = () => ({
      plan: { title: { ka: "გეგმა 2026" } },
      organisations: [{ name: { ka: "მერია" } }, { key: "meria", name: { ka: "სხვა" } }, { name: { en: "Known" } }],
      parts: [{ kind: "objective", number: "1", title: { ka: "ა" } }, { kind: "part", title: { ka: "მუნიციპალიტეტები" } }],
      commitments: [{ number: "1", part: "objective-1" }, { number: "1", part: "munitsipalitetebi" }, { number: "2.1" }, { slug: "own", number: "3" }],
    });
    const [first, second] = [raw(), raw()];
    for (const each of [first, second]) deriveKeys(each, [{ key: "known-one", name: { en: "Known" } }]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      plan: { slug: "gegma-2026" },
      organisations: [{ key: "meria-2" }, { key: "meria" }, { key: "known-one" }],
      parts: [{ key: "objective-1" }, { key: "munitsipalitetebi" }],
      commitments: [{ slug: "objective-1-1" }, { slug: "munitsipalitetebi-1" }, { slug: "2-1" }, { slug: "own" }],
    });
    expect(() => deriveKeys({ plan: 5, organisations: [null, "x"], commitments: {} })).not.toThrow();
  });
});
