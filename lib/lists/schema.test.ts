import { describe, expect, it } from "vitest";
import { locales } from "#lib/localized/schema.ts";
import { fulfilmentScale, fundingSources, organisationKinds, sdgs, thematicAreas } from "./schema.ts";

describe("Georgia's lists", () => {
  it("name every entry in every language, once", () => {
    for (const list of [thematicAreas, organisationKinds, fundingSources, fulfilmentScale.grades]) {
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      for (const locale of locales) expect(list.every(({ label }) => label[locale])).toBe(true);
    }
  });

  it("hold the seventeen goals, the sixteenth as the national plan words it", () => {
    expect(sdgs.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    expect(sdgs[15]?.label).toEqual({ ka: "მშვიდობა, სამართლიანობა და ძლიერი ინსტიტუტები", en: "Peace and Justice Strong Institutions" });
  });

  it("count only the best grade of the scale as fulfilled", () => {
    expect(fulfilmentScale.grades.map(({ rank, fulfilled }) => [rank, fulfilled])).toEqual([[0, false], [1, false], [2, false], [3, true]]);
    expect(fulfilmentScale.grades.map(({ label }) => label.ka)).toEqual(["არ შესრულდა", "ნაწილობრივ შესრულდა", "უმეტესად შესრულდა", "სრულად შესრულდა"]);
  });
});
