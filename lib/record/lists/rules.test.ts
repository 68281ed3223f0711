import { describe, expect, it } from "vitest";
import { municipalityOfBody, municipalityOfPlace } from "./rules.ts";
import { municipalities } from "./schema.ts";

/** What people call the places whose municipalities the list names: the nominative, as a plan states its locality. */
const places = {
  tbilisi: "თბილისი", batumi: "ბათუმი", kutaisi: "ქუთაისი", rustavi: "რუსთავი", poti: "ფოთი", keda: "ქედა", kobuleti: "ქობულეთი", shuakhevi: "შუახევი", khelvachauri: "ხელვაჩაური", khulo: "ხულო", lanchkhuti: "ლანჩხუთი",
  ozurgeti: "ოზურგეთი", chokhatauri: "ჩოხატაური", baghdati: "ბაღდათი", vani: "ვანი", zestaponi: "ზესტაფონი", terjola: "თერჯოლა", samtredia: "სამტრედია", sachkhere: "საჩხერე", tkibuli: "ტყიბული", chiatura: "ჭიათურა",
  tskaltubo: "წყალტუბო", kharagauli: "ხარაგაული", khoni: "ხონი", akhmeta: "ახმეტა", gurjaani: "გურჯაანი", dedoplistskaro: "დედოფლისწყარო", telavi: "თელავი", lagodekhi: "ლაგოდეხი", sagarejo: "საგარეჯო", sighnaghi: "სიღნაღი",
  kvareli: "ყვარელი", dusheti: "დუშეთი", tianeti: "თიანეთი", mtskheta: "მცხეთა", kazbegi: "ყაზბეგი", ambrolauri: "ამბროლაური", lentekhi: "ლენტეხი", oni: "ონი", tsageri: "ცაგერი", abasha: "აბაშა", zugdidi: "ზუგდიდი",
  martvili: "მარტვილი", mestia: "მესტია", senaki: "სენაკი", chkhorotsku: "ჩხოროწყუ", tsalenjikha: "წალენჯიხა", khobi: "ხობი", adigeni: "ადიგენი", aspindza: "ასპინძა", akhalkalaki: "ახალქალაქი", akhaltsikhe: "ახალციხე",
  borjomi: "ბორჯომი", ninotsminda: "ნინოწმინდა", bolnisi: "ბოლნისი", gardabani: "გარდაბანი", dmanisi: "დმანისი", tetritskaro: "თეთრიწყარო", marneuli: "მარნეული", tsalka: "წალკა", gori: "გორი", kaspi: "კასპი", kareli: "ქარელი",
  khashuri: "ხაშური",
};

const body = (name: { ka?: string; en?: string }, kindCode = "municipal_body") => municipalityOfBody({ name, kindCode }, municipalities);

describe("the municipality that a place names", () => {
  it("is known by what people call it, for every one of the list", () => {
    expect(Object.keys(places).sort()).toEqual(municipalities.map(({ slug }) => slug).sort());
    for (const [slug, ka] of Object.entries(places)) expect([ka, municipalityOfPlace({ ka }, municipalities)]).toEqual([ka, slug]);
  });

  it("is known by its own name in either language", () => {
    for (const { slug, name } of municipalities) for (const locale of ["ka", "en"] as const) expect(municipalityOfPlace({ [locale]: name[locale] }, municipalities)).toBe(slug);
  });

  it.each([
    ["ზუგდიდი", "zugdidi"], ["ზუგდიდის მუნიციპალიტეტი", "zugdidi"], ["ქალაქი ზუგდიდი", "zugdidi"], [" ზუგდიდი ", "zugdidi"], ["ზუგდიდი და სენაკი", null], ["სამეგრელო", null], ["დასავლეთ ზუგდიდი", null], ["", null], ["მუნიციპალიტეტი", null],
  ])("„%s“: %s", (ka, slug) => expect(municipalityOfPlace({ ka }, municipalities)).toBe(slug));

  it.each([["Zugdidi", "zugdidi"], ["zugdidi municipality", "zugdidi"], ["Kutaisi", "kutaisi"], ["City of Kutaisi", "kutaisi"], ["the city of Poti", "poti"], ["Georgia", null], ["East Gori", null]])("%s: %s", (en, slug) =>
    expect(municipalityOfPlace({ en }, municipalities)).toBe(slug));

  it("is none when the languages disagree, or nothing is said", () => {
    expect(municipalityOfPlace({ ka: "ზუგდიდი", en: "Senaki" }, municipalities)).toBeNull();
    expect(municipalityOfPlace(null, municipalities)).toBeNull();
  });

  it("may have several words in a list of another country", () => {
    const list = [{ slug: "new-port", name: { en: "New Port Municipality" } }, { slug: "new-hill", name: { en: "New Hill Municipality" } }];
    expect(["New Port", "New", "Port"].map((en) => municipalityOfPlace({ en }, list))).toEqual(["new-port", null, null]);
  });
});

describe("the municipality of a municipal body", () => {
  it.each([
    ["ზუგდიდის მუნიციპალიტეტის მერია", "zugdidi"], ["ქალაქ ზუგდიდის მუნიციპალიტეტის მერია", "zugdidi"], ["ზუგდიდის საკრებულო", "zugdidi"], ["ყვარლის მუნიციპალიტეტის საკრებულოს აპარატი", "kvareli"],
    ["დმანისის მუნიციპალიტეტის მერიის ადმინისტრაციის სამსახური", "dmanisi"], ["სამსახური", null], ["ზუგდიდისა და სენაკის ერთობლივი სამსახური", null], ["სენაკის და ზუგდიდის სამსახური", null],
  ])("„%s“: %s", (ka, slug) => expect(body({ ka })).toBe(slug));

  it("is said in English, too", () => {
    expect(body({ en: "Zugdidi Municipality City Hall" })).toBe("zugdidi");
    expect(body({ en: "Zugdidi's Council" })).toBe("zugdidi");
  });

  it("is nothing that another kind of organisation is taken for", () => {
    expect(body({ ka: "ზუგდიდის ახალგაზრდული ცენტრი" }, "civil_society")).toBeNull();
    expect(body({ ka: "თბილისის სახელმწიფო უნივერსიტეტი" }, "public_body")).toBeNull();
  });
});
