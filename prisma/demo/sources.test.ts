import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";
import { processFileSchema } from "#lib/process/loading/schema.ts";

type FileCommitment = PlanFile["commitments"][number];

function read(name: string): string {
  return readFileSync(path.join(import.meta.dirname, name), "utf8");
}

const fileOf = (slug: string): PlanFile => planFileSchema.parse(JSON.parse(read(`${slug}.json`)));

/** Line breaks of the page and marks for bold are no words. */
const plain = (text: string): string => text.replaceAll("**", "").replace(/\s+/g, " ").trim();
const sourceOf = (slug: string): string => plain(read(`sources/${slug}.txt`));

/** Every Georgian text of a file with its path, but for the notes, which are ours. */
function georgianTexts(value: unknown, at = ""): [path: string, text: string][] {
  if (typeof value !== "object" || value === null || /\.(sourceNote|note)$/.test(at)) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    key === "ka" && typeof inner === "string" ? [[at, inner]] : georgianTexts(inner, `${at}.${key}`),
  );
}

/** Paragraphs that the source does not hold word for word. */
function foreignTexts(slug: string, known: Record<string, string>): [path: string, text: string][] {
  const source = sourceOf(slug);
  return georgianTexts(fileOf(slug))
    .flatMap(([at, text]) => text.split("\n\n").map((paragraph): [string, string] => [at, paragraph]))
    .filter(([at, text]) => known[at] !== text && !source.includes(plain(text)));
}

describe("the national plan 2018–2019", () => {
  const slug = "georgia-2018-2019";
  const source = sourceOf(slug);
  const file = fileOf(slug);
  const [commitment] = file.commitments;

  it("says nothing in Georgian that its page does not, but for the names of the ordinance, the part and the Secretariat", () => {
    const known = {
      ".plan.title": "ღია მმართველობა საქართველოს 2018-2019 წლების ეროვნული სამოქმედო გეგმა",
      ".legalActs.0.kind": "დადგენილება",
      ".legalActs.0.issuingBody": "საქართველოს მთავრობა",
      ".organisations.0.name": "ღია მმართველობის პარტნიორობის (OGP) საქართველოს სამდივნო",
      ".parts.0.title": "მუნიციპალიტეტები",
    };
    expect(foreignTexts(slug, known)).toEqual([]);
  });

  it("leaves nothing of the page out: the whole narrative, the description and the outcome", () => {
    const [period] = file.periods;
    const narrative = period?.assessments?.[0]?.narrative?.ka ?? "";
    expect(plain(source.slice(source.indexOf("პლატფორმის შექმნის უმთავრეს"), source.indexOf("ეტაპები:")))).toBe(plain(narrative));
    expect(plain(source.slice(source.indexOf("აღწერა: ") + 8, source.indexOf(" შედეგი: ")))).toBe(plain(commitment?.description?.ka ?? ""));
    expect(plain(source.slice(source.indexOf(" შედეგი: ") + 9, source.indexOf(" ვადა: ")))).toBe(plain(commitment?.expectedOutcome?.ka ?? ""));
    expect(commitment?.milestones?.map(({ number, startsOn, endsOn }) => [number, startsOn, endsOn])).toEqual([["5.1", "2018-05", "2018-10"], ["5.2", "2018-10", "2019-06"], ["5.3", "2019-06", "2019-12"]]);
  });

  it("keeps the two axes of the commitment and of each milestone apart, as the page does", () => {
    const [period] = file.periods;
    const subjects = [undefined, "5.1", "5.2", "5.3"];
    expect(period?.updates?.map(({ milestone, progress, on }) => [milestone, progress, on])).toEqual(subjects.map((number) => [number, "suspended", "2020-12-31"]));
    expect(period?.assessments?.map(({ milestone, grade, on }) => [milestone, grade, on])).toEqual(subjects.map((number) => [number, "not_implemented", "2020-12-31"]));
    expect(period?.dueOn).toBeUndefined();
    expect(period?.reports).toEqual([{ kind: "annual", on: "2020-12-31" }]);
  });
});

describe("the working groups of western Georgia", () => {
  const source = sourceOf("working-groups");
  const file = processFileSchema.parse(JSON.parse(read("working-groups.json")));
  const ours = /^\.(groups\.\d+\.name|events\.\d+\.title|events\.\d+\.attendance\.\d+\.name|organisation\.name)$/;

  it("say nothing in Georgian that their source does not, but for what a group, a meeting and those who came are called", () => {
    const foreign = georgianTexts(file).filter(([at]) => !ours.test(at)).flatMap(([at, text]) => text.split("\n\n").map((paragraph): [string, string] => [at, paragraph])).filter(([, text]) => !source.includes(plain(text)));
    expect(foreign).toEqual([]);
    expect(source).toContain(plain(file.organisation.name.ka?.replace("პროექტი ", "") ?? ""));
  });

  it("hold every news item that names one of them, and state no day, no member and no number of people", () => {
    const told = plain(file.events.flatMap(({ summary, decisions }) => [summary?.ka ?? "", ...decisions.map(({ ka }) => ka ?? "")]).join(" "));
    const items = source.split("პროექტი ხორციელდება ევროკავშირის მხარდაჭერით").filter((item) => item.includes("სამუშაო ჯგუფ"));
    expect(items).toHaveLength(7);
    for (const item of items) expect(told).toContain(item.replaceAll("***", "").trim().slice(0, 60));
    expect(file.events.some(({ startsOn, endsOn, attendance }) => startsOn || endsOn || attendance.some(({ people }) => people))).toBe(false);
  });

  it("say all of it in English as well", () => {
    const texts = [file.organisation.name, ...file.groups.flatMap(({ name, sourceNote }) => [name, sourceNote]), ...file.events.flatMap((event) => [event.title, event.summary, event.sourceNote, ...event.decisions, ...event.attendance.map(({ name }) => name)])];
    expect(texts.filter((text) => !text?.ka || !text.en)).toEqual([]);
  });
});

describe("Dmanisi's plan 2024–2025", () => {
  const slug = "dmanisi-2024-2025";
  const file = fileOf(slug);
  const rows = read(`sources/${slug}.txt`).split("\n").filter((line) => /^\d\.\d\t/.test(line)).map((line) => line.split("\t").map((cell) => cell.trim()));

  it("says nothing in Georgian that its text does not, garbled words and all, but for the cells of 2.6, whose row is broken over two pages", () => {
    const known = {
      ".organisations.0.name": file.organisations[0]?.name.ka ?? "",
      ".commitments.6.verificationSources.0.text": "ბიუჯეტის დოკუმენტი",
      ...Object.fromEntries(file.organisations.flatMap(({ name }, index) => (name.ka === "ადმინისტრაციული ასოციაციური" ? [[`.organisations.${index}.name`, name.ka]] : []))),
      ".legalActs.0.signatory": file.legalActs[0]?.signatory?.ka ?? "",
    };
    expect(foreignTexts(slug, known)).toEqual([]);
    expect(file.organisations[0]?.name.ka).toMatch(/მუნიციპალიტეტის მერიის ადმინისტრაციის სამსახური$/);
  });

  it("holds every activity row of the text, and no other", () => {
    expect(file.commitments.map(({ number }) => number)).toEqual(rows.map(([number]) => number));
    expect(file.parts.map(({ kind, number }) => [kind, number])).toEqual(["1", "2", "3", "4", "5"].map((number) => ["objective", number]));
  });

  const joined = new Map(file.commitments.map((commitment) => [commitment.number, commitment]));
  it.each(rows.filter(([number]) => number !== "2.6"))("activity %s gives each cell of its row back, word for word", (number, body, code, indicators, sources, agencies, term, money) => {
    const activity = joined.get(number ?? "");
    expect(activity).toBeDefined();
    if (!activity) return;
    expect([activity.title?.ka, ...(activity.milestones ?? []).map((one) => `${one.number} ${one.title.ka}`)].filter(Boolean).join(" ")).toBe(body);
    expect(new Set(activity.indicators?.map((one) => one.code))).toEqual(new Set([code]));
    expect(activity.indicators?.map((one) => one.text.ka).join("; ")).toBe(indicators);
    expect(activity.verificationSources?.map((one) => one.text.ka).join("; ")).toBe(sources?.replace(/;$/, ""));
    expect(agenciesOf(activity)).toEqual(agencies?.split(/[;/]/).map((name) => name.trim()).filter(Boolean));
    expect([...new Set([activity.startsOn, activity.endsOn])].join("-")).toBe(term);
    expect(moneyOf(activity)).toBe(money?.replace(/(\d) (?=\d{3} ლარი)/, "$1"));
  });

  function agenciesOf(activity: FileCommitment): (string | undefined)[] {
    return [activity.lead, ...(activity.coResponsible ?? [])].map((key) => file.organisations.find((one) => one.key === key)?.name.ka);
  }

  function moneyOf(activity: FileCommitment): string | undefined {
    const [line] = activity.budget ?? [];
    return line?.amount === undefined ? line?.statedText?.ka : `${line.amount} ლარი პროგრამული კოდი ${line.programmeCode ?? ""}`;
  }

  it("joins the broken row of 2.6 in the order of its cells", () => {
    const activity = joined.get("2.6");
    expect([activity?.title?.ka, agenciesOf(activity as FileCommitment), activity?.verificationSources?.map(({ text }) => text.ka), activity?.budget]).toEqual([
      "მონაწილეობითი ბიუჯეტის პროგრამის დანერგვა",
      ["ადმინისტრაციული ასოციაციური", "საფინანსო საბიუჯეტო სამსახური"],
      ["ბიუჯეტის დოკუმენტი", "მუნიციპალიტეტის ვებ-გვერდი"],
      [{ amount: 3000, currency: "GEL", programmeCode: "01 01 02" }],
    ]);
  });

  it("leaves open what the scan lost: the title of 1.2, and whether it needs no cost", () => {
    const activity = joined.get("1.2");
    expect(activity?.title).toBeUndefined();
    expect(activity?.budget).toEqual([{ statedText: { ka: "საჭიროების დამატებითი ხარჯს" } }]);
    expect(activity?.sourceNote).toBeDefined();
    const free = file.commitments.filter(({ budget }) => budget?.some(({ noAdditionalCost }) => noAdditionalCost));
    expect(free.map(({ number }) => number)).toEqual(["2.1", "2.2", "2.3", "2.5", "2.7", "3.1", "3.4", "3.5"]);
  });
});
