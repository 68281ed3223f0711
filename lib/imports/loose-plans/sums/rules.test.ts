import { describe, expect, it } from "vitest";
import { readAmount, readSums } from "./rules.ts";

const gel = { currency: "GEL", unit: 1 };

describe("a sum in a document", () => {
  it.each([
    ["3000 ლარი", 3000, "GEL"],
    ["3 000 ლარი", 3000, "GEL"],
    ["20 000 ლარი", 20000, "GEL"],
    ["3.000 ლარი", 3000, "GEL"],
    ["3.000", 3000, "GEL"],
    ["3000", 3000, "GEL"],
    ["GEL 3,000", 3000, "GEL"],
    ["₾3,000.50", 3000.5, "GEL"],
    ["1 250,50 ლ.", 1250.5, "GEL"],
    ["15 ათასი ლარი", 15000, "GEL"],
    ["1.2 მლნ ლარი", 1200000, "GEL"],
    ["$5,000", 5000, "USD"],
    ["5000 EUR", 5000, "EUR"],
    ["1 200 000 ლარი", 1200000, "GEL"],
  ])("%s", (text, amount, currency) => {
    expect(readSums(text, gel)).toEqual({ lines: [{ amount, currency }], unread: [] });
  });

  it("takes the unit of its heading for a bare number", () => {
    expect(readSums("12.5", { currency: "GEL", unit: 1000 }).lines).toEqual([{ amount: 12500, currency: "GEL" }]);
  });

  it.each([["3000 ლარი პროგრამული კოდი 01 01 02", 3000, "01 01 02"], ["20 000 ლარი პროგრამული კოდი 06 02 09", 20000, "06 02 09"], ["3000 ლარი\nპროგრამული კოდი 01 01 02", 3000, "01 01 02"]])("%s: with its programme code", (text, amount, programmeCode) => {
    expect(readSums(text, gel)).toEqual({ lines: [{ amount, currency: "GEL", programmeCode }], unread: [] });
  });

  it("keeps what it says besides, and pieces that are lines of their own", () => {
    expect(readSums("3000 ლარი (ადგილობრივი ბიუჯეტი); 2000 USD", gel)).toEqual({ lines: [{ amount: 3000, currency: "GEL", stated: "3000 ლარი (ადგილობრივი ბიუჯეტი)" }, { amount: 2000, currency: "USD" }], unread: [] });
  });

  it.each(["არ საჭიროებს დამატებით ხარჯს", "არ საჭიროების დამატებითი ხარჯს", "No additional cost"])("%s: no additional cost, in its own words", (stated) => {
    expect(readSums(stated, gel)).toEqual({ lines: [{ noAdditionalCost: true, stated }], unread: [] });
  });

  it.each(["საჭიროების დამატებითი ხარჯს", "დაზუსტდება", "3000-5000 ლარი", "3000-5000 ლარი 2 წელი ან 7000 ლარი"])("%s stays as it is", (stated) => {
    expect(readSums(stated, gel)).toEqual({ lines: [{ stated }], unread: [stated] });
  });

  it.each([["1.234.567", 1234567], ["1,5", 1.5], ["12.34.5", null], ["abc", null]])("%s is %s", (text, amount) => expect(readAmount(text)).toBe(amount));
});
