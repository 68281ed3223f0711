import { describe, expect, it } from "vitest";
import { guessName, likeness, namesIn, piecesOf, sameNames, suggestionsFor } from "./rules.ts";

const facts = { commas: "recognised", slashes: true } as const;
const none = new Set<string>();
const office = { key: "zugdidi-office", name: { ka: "საკრებულოს აპარატი", en: "Sakrebulo Office" }, kind: "municipal_body" };
const ministry = { key: "ministry-of-justice", name: { ka: "იუსტიციის სამინისტრო", en: "Ministry of Justice" }, kind: "public_body" };
const secretariat = { key: "dmanisi-administration", name: { ka: "ადმინისტრაციის სამსახური" }, kind: "municipal_body" };
const dmanisi = { level: "local", locality: "დმანისი" } as const;
const context = { base: null, secretariat, organisations: [secretariat, office, ministry] };

describe("organisations in a cell", () => {
  it.each([
    ["სამსახური; საკრებულოს აპარატი", ["სამსახური", "საკრებულოს აპარატი"]],
    ["სოციალური სამსახური/ანალიტიკის, სპორტისა და ახალგაზრდულ საქმეთა სამსახური", ["სოციალური სამსახური", "ანალიტიკის, სპორტისა და ახალგაზრდულ საქმეთა სამსახური"]],
    ["იუსტიციის სამინისტრო, ფინანსთა სამინისტრო", ["იუსტიციის სამინისტრო", "ფინანსთა სამინისტრო"]],
    ["განათლების, კულტურის, სპორტისა და ახალგაზრდულ საქმეთა სამსახური", ["განათლების, კულტურის, სპორტისა და ახალგაზრდულ საქმეთა სამსახური"]],
    ["Ministry of Justice, USAID, IDFI", ["Ministry of Justice", "USAID", "IDFI"]],
    ["1) მერია\n2) საკრებულო;", ["მერია", "საკრებულო"]],
    ["სააგენტო (მონაცემები; ანალიზი)", ["სააგენტო (მონაცემები; ანალიზი)"]],
    ["-", []],
  ])("%s", (text, names) => expect(namesIn(text, facts, none)).toEqual(names));

  it("are cut at commas as the person says", () => {
    expect(namesIn("მწვანე ხევი, საია", facts, none)).toEqual(["მწვანე ხევი, საია"]);
    expect(namesIn("მწვანე ხევი, საია", { ...facts, commas: "always" }, none)).toEqual(["მწვანე ხევი", "საია"]);
    expect(namesIn("მწვანე ხევი, საია", facts, new Set(["მწვანე ხევი", "საია"]))).toEqual(["მწვანე ხევი", "საია"]);
    expect(namesIn("მერია/საკრებულო", { commas: "never", slashes: false }, none)).toEqual(["მერია/საკრებულო"]);
  });

  it("are known by their names, but a town's offices only when they are this town's", () => {
    expect(guessName("იუსტიციის  სამინისტრო", [], dmanisi, context)).toEqual({ as: "known", key: "ministry-of-justice" });
    expect(guessName("საკრებულოს აპარატი", [], dmanisi, context)).toEqual({ as: "new", kind: "municipal_body" });
    expect(guessName("საკრებულოს აპარატი", [], { level: "local", locality: "ზუგდიდი" }, context)).toEqual({ as: "known", key: "zugdidi-office" });
    expect(guessName("ადმინისტრაციის სამსახური", [], dmanisi, context)).toEqual({ as: "known", key: "dmanisi-administration" });
    expect(guessName("საია", ["„საია“"], { level: "national", locality: "" }, context)).toEqual({ as: "same", name: "„საია“" });
  });

  it("are offered where they are written alike", () => {
    expect(likeness("ადმინისტრაციის სამსახური", "ადმინისტრაციის სამსახურის")).toBeGreaterThan(0.9);
    expect(suggestionsFor("ადმინისტრაციული სამსახური", context.organisations).map(({ key }) => key)).toEqual(["dmanisi-administration"]);
    expect(sameNames("საკრებულოს აპარატი", ["საკრებულოს აპარატი", "საკრებულოს აპარატის", "მერია"])).toEqual(["საკრებულოს აპარატის"]);
  });
});

it("cuts a cell into its texts, not within brackets", () => {
  expect(piecesOf("ვებ-გვერდი; სხდომის ოქმი (დამტკიცებული; ხელმოწერილი);\n• გაზეთი")).toEqual(["ვებ-გვერდი", "სხდომის ოქმი (დამტკიცებული; ხელმოწერილი)", "გაზეთი"]);
});
