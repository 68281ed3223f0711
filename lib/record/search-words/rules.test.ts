import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedKeys, askedWords, fold, keysOf } from "./rules.ts";

/** True when what is typed finds a text that holds the other word. */
const finds = (typed: string, word: string) => askedKeys(typed).some((key) => keysOf(word).includes(key));

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
    ["ვალდებულება", "ვალდებულებას", "ვალდებულების", "ვალდებულებებს", "ვალდებულებების", "ვალდებულებებით", "ვალდებულებისთვის", "ვალდებულებისათვის", "ვალდებულებაში", "ვალდებულებათა", "ვალდებულებაც"],
    ["მუნიციპალიტეტი", "მუნიციპალიტეტს", "მუნიციპალიტეტის", "მუნიციპალიტეტმა", "მუნიციპალიტეტებში", "მუნიციპალიტეტიდან", "მუნიციპალიტეტზე", "მუნიციპალიტეტამდე"],
    ["ზუგდიდი", "ზუგდიდის", "ზუგდიდში", "ზუგდიდმა", "ზუგდიდიდან", "ზუგდიდისთვის", "ზუგდიდშიც"],
    ["თბილისი", "თბილისის", "თბილისში", "თბილისს", "თბილისით"],
    ["მერი", "მერს", "მერის", "მერმა", "მერთან"],
    ["მოქალაქე", "მოქალაქის", "მოქალაქეს", "მოქალაქეები", "მოქალაქეების", "მოქალაქეთა"],
    ["სამინისტრო", "სამინისტროს", "სამინისტრომ", "სამინისტროში", "სამინისტროები", "სამინისტროდან"],
    ["წყალი", "წყლის", "წყალს", "წყლები"], ["ქვეყანა", "ქვეყნის", "ქვეყანაში", "ქვეყნები"], ["სოფელი", "სოფლის", "სოფლებში"], ["წელი", "წლის", "წელს"],
    ["იდეა", "იდეას", "იდეის", "იდეით", "იდეები", "იდეების"], ["გზა", "გზის", "გზების", "გზაზე", "გზას"], ["სია", "სიის", "სიები", "სიას"], ["დღე", "დღის", "დღეები"],
    ["ინფორმაცია", "ინფორმაციის", "ინფორმაციას", "ინფორმაციები"], ["ბიუჯეტი", "ბიუჯეტს", "ბიუჯეტის", "ბიუჯეტიც"],
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
    for (const [typed, word] of [["biujets", "ბიუჯეტი"], ["wyali", "წყლის"], ["gza", "გზების"], ["idea", "იდეის"], ["tbilisshi", "თბილისი"], ["თბილის", "თბილისში"]] as const) expect([typed, finds(typed, word)]).toEqual([typed, true]);
  });

  it("in a text that is written in Latin letters itself", () => {
    for (const [typed, word] of [["ვალდებულება", "valdebulebis"], ["ზუგდიდი", "zugdidshi"], ["ბიუჯეტი", "biujetis"], ["იდეა", "ideis"]] as const) expect([typed, finds(typed, word)]).toEqual([typed, true]);
  });

  it.each([
    ["commitments", "commitment"], ["commitment", "commitments"], ["municipalities", "municipality"], ["municipality", "municipalities"], ["published", "publishing"], ["publishes", "publish"], ["agencies", "agency"], ["agency", "agencies"],
    ["plan", "planning"], ["processes", "process"], ["services", "service"], ["maps", "map"], ["citizens", "citizens’"],
  ])("%s finds %s", (typed, word) => expect(finds(typed, word)).toBe(true));

  it.each([["იდეა", "იდენტობა"], ["იდეა", "ID"], ["data", "date"], ["მერი", "მეტი"], ["5", "5.2"]])("%s does not find %s", (typed, word) => expect(finds(typed, word)).toBe(false));

  it("are never nothing, and never longer than what was typed", () =>
    fc.assert(fc.property(fc.stringMatching(/^[ა-ჰa-y]{1,20}$/), (typed) => {
      const keys = askedKeys(typed);
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.every((key) => key.length >= 1 && key.length <= fold(typed).length)).toBe(true);
    })));

  it("find the word that was typed, whatever it is", () => fc.assert(fc.property(fc.stringMatching(/^([ა-ჰ]{1,20}|[a-z]{1,20})$/), (typed) => finds(typed, typed))));
});

it("a question is its words", () => {
  expect(askedWords("ზუგდიდის მერს იდეა").map(({ keys }) => keys[0])).toEqual(["zugdid", "mer", "ide"]);
  expect(askedWords("5.2")).toEqual([{ typed: "5.2", keys: ["5.2"] }]);
  expect(askedWords("… – ?")).toEqual([]);
});
