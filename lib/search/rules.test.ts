import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedWords, asTsquery, fold, highlight, passageOf, stemsOf } from "./rules.ts";

/** True when what is typed would find a text that holds the other word. */
const finds = (typed: string, word: string) => stemsOf(typed).some((stem) => fold(word).startsWith(stem));

describe("one spelling for what is the same word", () => {
  it.each([
    ["ვალდებულება", "valdebuleba"], ["წყალი", "ts'q'ali", "wyali", "tsyali", "ცყალი"], ["ხელისუფლება", "khelisupleba", "xelisufleba", "khelisuphleba"],
    ["შენი იდეა", "sheni idea"], ["ჭიათურა", "ch'iatura", "chiatura"], ["ძირითადი", "dziritadi"], ["ჟურნალი", "zhurnali", "jurnali"], ["ღია მმართველობა", "ghia mmartveloba", "gia mmartveloba"],
    ["ქუთაისი", "kutaisi", "qutaisi"], ["თბილისი", "tbilisi", "Tbilisi"], ["ჯანდაცვა", "jandatsva", "jandacva"], ["ᲖᲣᲒᲓᲘᲓᲘ", "ზუგდიდი", "Zugdidi"], ["café", "CAFE"],
  ])("%s", (...spellings) => expect(new Set(spellings.map(fold)).size).toBe(1));

  it("keeps numbers with their points, and cuts everything else", () => {
    expect(fold("ეტაპი 5.2. (ქვე-აქტივობა 2.1.1)")).toBe("etapi 5.2 kve aktivoba 2.1.1");
    expect(fold("… — „“ !")).toBe("");
  });
});

describe("forms of one word", () => {
  const forms = [
    ["ვალდებულება", "ვალდებულებას", "ვალდებულების", "ვალდებულებებს", "ვალდებულებების", "ვალდებულებებით", "ვალდებულებისთვის", "ვალდებულებაში", "ვალდებულებათა"],
    ["მუნიციპალიტეტი", "მუნიციპალიტეტს", "მუნიციპალიტეტის", "მუნიციპალიტეტმა", "მუნიციპალიტეტებში", "მუნიციპალიტეტიდან", "მუნიციპალიტეტზე", "მუნიციპალიტეტამდე"],
    ["ზუგდიდი", "ზუგდიდის", "ზუგდიდში", "ზუგდიდმა", "ზუგდიდიდან", "ზუგდიდისთვის"],
    ["მერი", "მერს", "მერის", "მერმა", "მერთან"],
    ["მოქალაქე", "მოქალაქის", "მოქალაქეს", "მოქალაქეები", "მოქალაქეების", "მოქალაქეთა"],
    ["სამინისტრო", "სამინისტროს", "სამინისტრომ", "სამინისტროში", "სამინისტროები"],
    ["წყალი", "წყლის", "წყალს"],
    ["იდეა", "იდეას", "იდეის", "იდეით", "იდეები", "იდეების"],
  ];
  it.each(forms)("%s is found by all of them", (word, ...others) => {
    for (const typed of others) expect([typed, finds(typed, word)]).toEqual([typed, true]);
    for (const other of others) expect([other, finds(word, other)]).toEqual([other, true]);
  });

  it("typed in Latin letters as well", () => {
    for (const typed of ["valdebulebebis", "valdebulebas", "VALDEBULEBEBI"]) expect(finds(typed, "ვალდებულება")).toBe(true);
    expect(finds("ziritadi", "ძირითადს")).toBe(true);
    expect(finds("mers", "მერი")).toBe(true);
    expect(finds("zugdidis", "ზუგდიდში")).toBe(true);
  });

  it.each([["commitments", "commitment"], ["commitment", "commitments"], ["municipalities", "municipality"], ["municipality", "municipalities"], ["published", "publishing"], ["publishes", "publish"], ["agencies", "agency"], ["agency", "agencies"]])("%s finds %s", (typed, word) =>
    expect(finds(typed, word)).toBe(true));

  it.each([["იდეა", "იდენტობა"], ["data", "date"], ["მერი", "მეტი"], ["5", "5.2"]])("%s does not find %s", (typed, word) => {
    const [asked] = askedWords(typed);
    expect(highlight(word, asked?.stems ?? []).some(({ found }) => found)).toBe(false);
  });

  it("are never nothing, and never longer than what was typed with one vowel more", () =>
    fc.assert(fc.property(fc.stringMatching(/^[ა-ჰa-z]{1,20}$/), (typed) => {
      const stems = stemsOf(typed);
      expect(stems.length).toBeGreaterThan(0);
      expect(stems.every((stem) => stem.length >= 1 && stem.length <= fold(typed).length + 1)).toBe(true);
    })));
});

describe("a question", () => {
  it("becomes a query of the database that asks for all of its words", () => {
    expect(asTsquery(askedWords("ზუგდიდის მერს იდეა"))).toMatch(/^\('zugdid':\*\) & \('mer':\*\) & \('idea':\*/);
    expect(asTsquery(askedWords("5.2"))).toBe("('5.2')");
  });
});

describe("what was found", () => {
  it("is marked in the text, whatever letters it was typed in", () => {
    expect(highlight("შეიტანე იდეა, ზუგდიდის მერს!", stemsOf("zugdidi").concat(stemsOf("idea")))).toEqual([
      { text: "შეიტანე ", found: false }, { text: "იდეა", found: true }, { text: ", ", found: false }, { text: "ზუგდიდის", found: true }, { text: " მერს!", found: false },
    ]);
  });

  it("loses no letter of the text", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, typed) => highlight(text, stemsOf(typed)).map((run) => run.text).join("") === text)));

  it("is shown in the piece of a long text where most of it stands together", () => {
    const text = `${"სიტყვა ".repeat(100)}იდეა ${"სიტყვა ".repeat(100)}ზუგდიდის მერის იდეა ${"სიტყვა ".repeat(100)}`;
    const passage = passageOf(text, [...stemsOf("ზუგდიდი"), ...stemsOf("იდეა")]) ?? [];
    expect(passage.filter(({ found }) => found).map((run) => run.text)).toEqual(["ზუგდიდის", "იდეა"]);
    const whole = passage.map((run) => run.text).join("");
    expect(whole.length).toBeLessThan(260);
    expect(whole).toMatch(/^… .* …$/);
    expect(passageOf("სხვა", stemsOf("იდეა"))).toBeNull();
  });
});
