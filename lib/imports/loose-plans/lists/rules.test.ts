import { describe, expect, it } from "vitest";
import { listIn, perPoint, styleOf } from "./rules.ts";

const said = (text: string, base: string | null = null) => {
  const list = listIn(text, base);
  return list && [list.lead, ...list.items.map((item) => [item.number, item.text])];
};

describe("a list in a cell", () => {
  it("counts under the number of its row", () => {
    expect(said("დანერგვა 2.1.1 გასული წლის მუშაობა 2.1.2 ანონსი 2.1.3 ოქმი", "2.1")).toEqual(["დანერგვა", ["2.1.1", "გასული წლის მუშაობა"], ["2.1.2", "ანონსი"], ["2.1.3", "ოქმი"]]);
    expect(said("5.1. პორტალი;\n5.2. მოდული;\n5.3. ტრენინგი.", "5")).toEqual(["", ["5.1", "პორტალი"], ["5.2", "მოდული"], ["5.3", "ტრენინგი"]]);
    expect(said("დანერგვა 2.6.1 ერთი", "2.6")).toEqual(["დანერგვა", ["2.6.1", "ერთი"]]);
  });

  it("counts under another number where it says so twice", () => {
    expect(said("სათაური 4.1 ერთი 4.2 ორი", "7")).toEqual(["სათაური", ["4.1", "ერთი"], ["4.2", "ორი"]]);
    expect(said("2.1 მლნ ლარი", "7")).toBeNull();
  });

  it("counts 1, 2, 3, and ა, ბ, გ", () => {
    expect(said("სათაური: 1) ერთი; 2) ორი; 3) სამი.")).toEqual(["სათაური:", ["1", "ერთი"], ["2", "ორი"], ["3", "სამი"]]);
    expect(said("1. ერთი 2. ორი")).toEqual(["", ["1", "ერთი"], ["2", "ორი"]]);
    expect(said("ა) ერთი ბ) ორი გ) სამი")).toEqual(["", ["ა", "ერთი"], ["ბ", "ორი"], ["გ", "სამი"]]);
    expect(said("• ერთი\n• ორი")).toEqual(["", ["", "ერთი"], ["", "ორი"]]);
  });

  it("has points of points", () => {
    expect(listIn("2.1.1 ა 2.1.1.1 ბ 2.1.1.2 გ 2.1.2 დ", "2.1")?.items).toEqual([
      { number: "2.1.1", text: "ა", items: [{ number: "2.1.1.1", text: "ბ", items: [] }, { number: "2.1.1.2", text: "გ", items: [] }] },
      { number: "2.1.2", text: "დ", items: [] },
    ]);
  });

  it.each(["უბრალო ტექსტი", "2024 წლის 1 მაისამდე", "კანონის მე-5 მუხლი, პუნქტი 1) მხოლოდ"])("is not seen in %j", (text) => expect(listIn(text, "2.1")).toBeNull());

  it("knows how it counts", () => {
    expect([["2.1.1 ა 2.1.2 ბ", "2.1"], ["1) ა 2) ბ", null], ["ა) ა ბ) ბ", null]].map(([text, base]) => styleOf(listIn(text ?? "", base ?? null) ?? { lead: "", items: [] }))).toEqual(["dotted", "plain", "letter"]);
  });
});

describe("what a neighbouring cell says of single points", () => {
  const numbers = ["2.1.1", "2.1.2", "2.1.3"];
  it("goes to the points it names", () => {
    expect(Object.fromEntries(perPoint("2.1.1 – 2024; 2.1.2, 2.1.3 – 2025", numbers) ?? [])).toEqual({ "2.1.1": "2024", "2.1.2": "2025", "2.1.3": "2025" });
    expect(Object.fromEntries(perPoint("2.1.1 მაისი 2024\n2.1.2 ივნისი 2024", numbers) ?? [])).toEqual({ "2.1.1": "მაისი 2024", "2.1.2": "ივნისი 2024" });
  });
  it.each(["2024-2025", "იხ. 2.1.1 ზემოთ", "2.1.4 – 2024", "2.1.1, 2.1.2"])("is not in %j", (text) => expect(perPoint(text, numbers)).toBeNull());
});
