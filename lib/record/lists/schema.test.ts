import { describe, expect, it } from "vitest";
import { locales } from "#lib/record/localized/schema.ts";
import { fulfilmentScale, fundingSources, municipalities, organisationKinds, sdgs, thematicAreas } from "./schema.ts";

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

  it("hold five self-governing cities and 59 communities, each once, in the capital and ten regions", () => {
    const cities = municipalities.filter(({ name }) => name.ka?.startsWith("ქალაქ "));
    expect([municipalities.length, cities.map(({ slug }) => slug)]).toEqual([64, ["tbilisi", "batumi", "kutaisi", "poti", "rustavi"]]);
    expect(new Set(municipalities.map(({ slug }) => slug)).size).toBe(64);
    expect(new Set(municipalities.map(({ name }) => name.ka)).size).toBe(64);
    expect([...Map.groupBy(municipalities, ({ region }) => region.en)].map(([region, list]) => [region, list.length])).toEqual([
      ["Tbilisi", 1], ["Autonomous Republic of Adjara", 6], ["Guria", 3], ["Imereti", 12], ["Kakheti", 8], ["Mtskheta-Mtianeti", 4], ["Racha-Lechkhumi and Kvemo Svaneti", 4], ["Samegrelo-Zemo Svaneti", 9],
      ["Samtskhe-Javakheti", 6], ["Kvemo Kartli", 7], ["Shida Kartli", 4],
    ]);
  });

  it("stand in the order of the Georgian alphabet within their region, a city first", () => {
    for (const list of Map.groupBy(municipalities, ({ region }) => region.en).values()) {
      const communities = list.filter(({ name }) => !name.ka?.startsWith("ქალაქ ")).map(({ name }) => name.ka ?? "");
      expect(communities).toEqual([...communities].sort());
    }
  });

  it("write the English name as the address says it", () => {
    for (const { slug, name } of municipalities) expect(name.en?.toLowerCase()).toMatch(new RegExp(`^(city of )?${slug} municipality$`));
  });
});
