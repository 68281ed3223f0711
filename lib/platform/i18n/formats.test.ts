import { describe, expect, it } from "vitest";
import {
  formatBytes, formatDate, formatDateTime, formatList, formatMoney, formatMonths, formatNumber, formatPartialDate, formatShortMonth, formatTerm, formatTime,
} from "./formats.ts";

const plain = (text: string | null) => text?.replaceAll("\u00a0", " ");

describe("dates", () => {
  it.each([
    ["2020-12-31", "ka", "31 დეკემბერი 2020"],
    ["2020-12-31", "en", "31 December 2020"],
    ["2018-10", "ka", "ოქტომბერი 2018"],
    ["2018-10", "en", "October 2018"],
    ["2024", "ka", "2024"],
    ["2024-01-05", "en", "5 January 2024"],
  ])("%s in %s reads %s", (value, locale, words) => expect(plain(formatPartialDate(value, locale))).toBe(words));

  it("counts an instant on Tbilisi's clock, wherever the machine is", () => {
    const lateOnNewYearsEve = new Date("2020-12-31T21:05:00Z");
    expect(plain(formatDate(lateOnNewYearsEve, "ka"))).toBe("1 იანვარი 2021");
    expect(formatTime(lateOnNewYearsEve, "en")).toBe("01:05");
    expect(plain(formatDateTime(lateOnNewYearsEve, "en"))).toBe("1 January 2021, 01:05");
  });

  it("abbreviates months for axes", () => {
    expect([formatShortMonth(9, "en"), formatShortMonth(6, "ka")]).toEqual(["Sep", "ივნ"]);
  });
});

describe("terms", () => {
  it.each([
    ["2018-05", "2018-10", "ka", "მაისი 2018 – ოქტომბერი 2018"],
    ["2018-05", "2018-10", "en", "May 2018 – October 2018"],
    ["2024", "2025", "ka", "2024–2025"],
    ["2024", "2024", "en", "2024"],
    ["2024", "2025-06", "en", "2024 – June 2025"],
  ])("%s to %s in %s reads %s", (startsOn, endsOn, locale, words) => expect(plain(formatTerm({ startsOn, endsOn }, locale))).toBe(words));

  it("leaves an open term to words", () => {
    expect(formatTerm({ startsOn: null, endsOn: "2018" }, "ka")).toBeNull();
    expect(formatTerm({ startsOn: null, endsOn: null }, "ka")).toBeNull();
  });
});

describe("numbers", () => {
  it.each([
    [20_000, "ka", "20 000 ლარი"],
    [20_000, "en", "GEL 20,000"],
    ["1234567.5", "ka", "1 234 567,50 ლარი"],
    ["1234567.5", "en", "GEL 1,234,567.50"],
  ])("%s GEL in %s reads %s", (amount, locale, words) => expect(plain(formatMoney(amount, "GEL", locale))).toBe(words));

  it("groups figures and names other currencies", () => {
    expect([plain(formatNumber(1_234_567.891, "ka")), formatNumber("20000", "en")]).toEqual(["1 234 567,89", "20,000"]);
    expect(plain(formatMoney(5, "USD", "ka"))).toBe("5 აშშ დოლარი");
  });

  it("says sizes, months and lists in words", () => {
    expect([plain(formatBytes(812, "en")), plain(formatBytes(839_680, "ka")), plain(formatBytes(2_516_582, "ka"))]).toEqual(["812 bytes", "820 კბ", "2,4 მბ"]);
    expect([formatMonths(1, "en"), formatMonths(14, "en"), plain(formatMonths(14, "ka"))]).toEqual(["1 month", "14 months", "14 თვე"]);
    expect([formatList(["ა", "ბ", "გ"], "ka"), formatList(["a", "b", "c"], "en")]).toEqual(["ა, ბ და გ", "a, b and c"]);
  });
});
