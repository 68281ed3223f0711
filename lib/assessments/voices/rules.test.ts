import { describe, expect, it } from "vitest";
import { beginningOf, newestFirst, voicesByPeriod } from "./rules.ts";

const record = (name: string, endsOn: string, at: string) => ({ name, period: { endsOn }, at: new Date(at) });

it("puts the newest period first, and within one what came last; a late word on an old period stays below", () => {
  const late = record("late", "2018-12-31", "2024-01-01");
  const records = [late, record("first", "2019-12-31", "2020-01-01"), record("second", "2019-12-31", "2020-02-01")];
  expect(newestFirst(records, ({ at }) => at).map(({ name }) => name)).toEqual(["second", "first", "late"]);
  expect(records[0]).toBe(late);
});

describe("the voices of a period", () => {
  const period = (year: number) => ({ slug: String(year), endsOn: `${year}-12-31` });
  const update = (year: number) => ({ id: `update ${year}`, period: period(year), organisation: { slug: "agency" } });
  const judged = (id: string, year: number, voice: string, by: string, superseded = false) => ({ id, period: period(year), organisation: { slug: by }, voice, superseded });

  it("stand together, the newest period first, every assessor with what it said before", () => {
    const assessments = [
      judged("s2", 2019, "secretariat", "office"), judged("s1", 2019, "secretariat", "office", true),
      judged("i1", 2019, "independent", "house"), judged("j2", 2019, "independent", "institute"), judged("j1", 2019, "independent", "institute", true),
      judged("old", 2018, "independent", "house"),
    ];
    const said = voicesByPeriod([update(2018), update(2020)], assessments);
    expect(said.map((one) => one.period.slug)).toEqual(["2020", "2019", "2018"]);
    expect(said.map((one) => one.update?.id)).toEqual(["update 2020", undefined, "update 2018"]);
    const ids = (voices: { current: { id: string }; earlier: { id: string }[] }[]) => voices.map(({ current, earlier }) => [current.id, ...earlier.map(({ id }) => id)].join(" < "));
    expect(said.map((one) => ids(one.secretariat))).toEqual([[], ["s2 < s1"], []]);
    expect(said.map((one) => ids(one.independent))).toEqual([[], ["i1", "j2 < j1"], ["old"]]);
  });

  it("are none where nobody spoke", () => expect(voicesByPeriod([], [])).toEqual([]));
});

describe("the beginning of a narrative", () => {
  it("is the whole of a short one", () => expect(beginningOf(" შესრულდა. \n")).toEqual({ beginning: "შესრულდა.", rest: "" }));

  it("ends after a sentence, or else after a word, and loses nothing", () => {
    const sentences = Array.from({ length: 12 }, (_, n) => `პორტალი ${n + 1} თვეში შეიქმნა და გამოქვეყნდა.`).join(" ");
    const told = beginningOf(sentences);
    expect(told.beginning.endsWith("გამოქვეყნდა.")).toBe(true);
    expect(`${told.beginning} ${told.rest}`).toBe(sentences);
    const words = Array.from({ length: 100 }, () => "სიტყვა").join(" ");
    const cut = beginningOf(words);
    expect(`${cut.beginning} ${cut.rest}`).toBe(words);
    expect(beginningOf("ა".repeat(1_000))).toEqual({ beginning: "ა".repeat(320), rest: "ა".repeat(680) });
  });
});
