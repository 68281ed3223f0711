import type { Localized } from "#lib/record/localized/schema.ts";

/** Georgia's lists, the defaults of an installation. In the record they are data and may be edited there. */
export interface Entry {
  code: string;
  label: Localized;
}

export const thematicAreas: readonly Entry[] = [
  { code: "transparency", label: { ka: "გამჭვირვალობა", en: "Transparency" } },
  { code: "accountability", label: { ka: "ანგარიშვალდებულება", en: "Accountability" } },
  { code: "innovation_technology", label: { ka: "ინოვაცია და ტექნოლოგიები", en: "Innovation and Technology" } },
  { code: "engagement", label: { ka: "ჩართულობა", en: "Engagement" } },
  { code: "inclusion", label: { ka: "ინკლუზია", en: "Inclusion" } },
];

export const organisationKinds: readonly Entry[] = [
  { code: "secretariat", label: { ka: "სამდივნო", en: "Secretariat" } },
  { code: "public_body", label: { ka: "სახელმწიფო უწყება", en: "Public body" } },
  { code: "municipal_body", label: { ka: "მუნიციპალური უწყება", en: "Municipal body" } },
  { code: "civil_society", label: { ka: "სამოქალაქო საზოგადოების ორგანიზაცია", en: "Civil society organisation" } },
  { code: "private", label: { ka: "კერძო სექტორი", en: "Private sector" } },
  { code: "international", label: { ka: "საერთაშორისო ორგანიზაცია", en: "International organisation" } },
];

export const fundingSources: readonly Entry[] = [
  { code: "municipal_budget", label: { ka: "მუნიციპალიტეტის ბიუჯეტი", en: "Municipal budget" } },
  { code: "state_budget", label: { ka: "სახელმწიფო ბიუჯეტი", en: "State budget" } },
  { code: "other", label: { ka: "სხვა წყარო", en: "Other source" } },
  { code: "deficit", label: { ka: "დეფიციტი", en: "Deficit" } },
];

/** The scale on which the Secretariat of Georgia judges fulfilment, the worst first. */
export const fulfilmentScale = {
  code: "georgia",
  label: { ka: "შესრულების ოთხსაფეხურიანი სკალა", en: "Four-step scale of fulfilment" },
  grades: [
    { code: "not_implemented", rank: 0, fulfilled: false, label: { ka: "არ შესრულდა", en: "Not implemented" } },
    { code: "partially_implemented", rank: 1, fulfilled: false, label: { ka: "ნაწილობრივ შესრულდა", en: "Partially implemented" } },
    { code: "mostly_implemented", rank: 2, fulfilled: false, label: { ka: "უმეტესად შესრულდა", en: "Mostly implemented" } },
    { code: "fully_implemented", rank: 3, fulfilled: true, label: { ka: "სრულად შესრულდა", en: "Fully implemented" } },
  ],
} as const;

/** The Sustainable Development Goals as Georgia and the United Nations word them. */
export const sdgs: readonly { number: number; label: Localized }[] = [
  { number: 1, label: { ka: "არა სიღარიბეს", en: "No Poverty" } },
  { number: 2, label: { ka: "არა შიმშილს", en: "Zero Hunger" } },
  { number: 3, label: { ka: "ჯანმრთელობა და კეთილდღეობა", en: "Good Health and Well-being" } },
  { number: 4, label: { ka: "ხარისხიანი განათლება", en: "Quality Education" } },
  { number: 5, label: { ka: "გენდერული თანასწორობა", en: "Gender Equality" } },
  { number: 6, label: { ka: "სუფთა წყალი და სანიტარია", en: "Clean Water and Sanitation" } },
  { number: 7, label: { ka: "ხელმისაწვდომი და უსაფრთხო ენერგია", en: "Affordable and Clean Energy" } },
  { number: 8, label: { ka: "ღირსეული სამუშაო და ეკონომიკური ზრდა", en: "Decent Work and Economic Growth" } },
  { number: 9, label: { ka: "მრეწველობა, ინოვაცია და ინფრასტრუქტურა", en: "Industry, Innovation and Infrastructure" } },
  { number: 10, label: { ka: "შემცირებული უთანასწორობა", en: "Reduced Inequalities" } },
  { number: 11, label: { ka: "მდგრადი ქალაქები და დასახლებები", en: "Sustainable Cities and Communities" } },
  { number: 12, label: { ka: "მდგრადი მოხმარება და წარმოება", en: "Responsible Consumption and Production" } },
  { number: 13, label: { ka: "კლიმატის მდგრადობის მიღწევა", en: "Climate Action" } },
  { number: 14, label: { ka: "წყალქვეშა რესურსები", en: "Life Below Water" } },
  { number: 15, label: { ka: "დედამიწის ეკოსისტემები", en: "Life on Land" } },
  { number: 16, label: { ka: "მშვიდობა, სამართლიანობა და ძლიერი ინსტიტუტები", en: "Peace and Justice Strong Institutions" } },
  { number: 17, label: { ka: "თანამშრომლობა საერთო მიზნებისათვის", en: "Partnerships for the Goals" } },
];

export interface MunicipalityEntry {
  slug: string;
  name: Localized;
  region: Localized;
}

type Place = readonly [slug: string, genitive: string, english: string];

/** Self-governing cities first, then communities, each in the order of the Georgian alphabet. */
function inRegion(region: Localized, { cities = [], communities = [] }: { cities?: readonly Place[]; communities?: readonly Place[] }): MunicipalityEntry[] {
  return [
    ...cities.map(([slug, ka, en]) => ({ slug, region, name: { ka: `ქალაქ ${ka} მუნიციპალიტეტი`, en: `City of ${en} Municipality` } })),
    ...communities.map(([slug, ka, en]) => ({ slug, region, name: { ka: `${ka} მუნიციპალიტეტი`, en: `${en} Municipality` } })),
  ];
}

/** The 64 municipalities in which Georgia governs itself: 5 cities and 59 communities, the capital first, then by region. */
export const municipalities: readonly MunicipalityEntry[] = [
  ...inRegion({ ka: "თბილისი", en: "Tbilisi" }, { cities: [["tbilisi", "თბილისის", "Tbilisi"]] }),
  ...inRegion({ ka: "აჭარის ავტონომიური რესპუბლიკა", en: "Autonomous Republic of Adjara" }, {
    cities: [["batumi", "ბათუმის", "Batumi"]],
    communities: [["keda", "ქედის", "Keda"], ["kobuleti", "ქობულეთის", "Kobuleti"], ["shuakhevi", "შუახევის", "Shuakhevi"], ["khelvachauri", "ხელვაჩაურის", "Khelvachauri"], ["khulo", "ხულოს", "Khulo"]],
  }),
  ...inRegion({ ka: "გურია", en: "Guria" }, { communities: [["lanchkhuti", "ლანჩხუთის", "Lanchkhuti"], ["ozurgeti", "ოზურგეთის", "Ozurgeti"], ["chokhatauri", "ჩოხატაურის", "Chokhatauri"]] }),
  ...inRegion({ ka: "იმერეთი", en: "Imereti" }, {
    cities: [["kutaisi", "ქუთაისის", "Kutaisi"]],
    communities: [
      ["baghdati", "ბაღდათის", "Baghdati"], ["vani", "ვანის", "Vani"], ["zestaponi", "ზესტაფონის", "Zestaponi"], ["terjola", "თერჯოლის", "Terjola"], ["samtredia", "სამტრედიის", "Samtredia"], ["sachkhere", "საჩხერის", "Sachkhere"],
      ["tkibuli", "ტყიბულის", "Tkibuli"], ["tskaltubo", "წყალტუბოს", "Tskaltubo"], ["chiatura", "ჭიათურის", "Chiatura"], ["kharagauli", "ხარაგაულის", "Kharagauli"], ["khoni", "ხონის", "Khoni"],
    ],
  }),
  ...inRegion({ ka: "კახეთი", en: "Kakheti" }, {
    communities: [
      ["akhmeta", "ახმეტის", "Akhmeta"], ["gurjaani", "გურჯაანის", "Gurjaani"], ["dedoplistskaro", "დედოფლისწყაროს", "Dedoplistskaro"], ["telavi", "თელავის", "Telavi"], ["lagodekhi", "ლაგოდეხის", "Lagodekhi"],
      ["sagarejo", "საგარეჯოს", "Sagarejo"], ["sighnaghi", "სიღნაღის", "Sighnaghi"], ["kvareli", "ყვარლის", "Kvareli"],
    ],
  }),
  ...inRegion({ ka: "მცხეთა-მთიანეთი", en: "Mtskheta-Mtianeti" }, { communities: [["dusheti", "დუშეთის", "Dusheti"], ["tianeti", "თიანეთის", "Tianeti"], ["mtskheta", "მცხეთის", "Mtskheta"], ["kazbegi", "ყაზბეგის", "Kazbegi"]] }),
  ...inRegion({ ka: "რაჭა-ლეჩხუმი და ქვემო სვანეთი", en: "Racha-Lechkhumi and Kvemo Svaneti" }, { communities: [["ambrolauri", "ამბროლაურის", "Ambrolauri"], ["lentekhi", "ლენტეხის", "Lentekhi"], ["oni", "ონის", "Oni"], ["tsageri", "ცაგერის", "Tsageri"]] }),
  ...inRegion({ ka: "სამეგრელო-ზემო სვანეთი", en: "Samegrelo-Zemo Svaneti" }, {
    cities: [["poti", "ფოთის", "Poti"]],
    communities: [
      ["abasha", "აბაშის", "Abasha"], ["zugdidi", "ზუგდიდის", "Zugdidi"], ["martvili", "მარტვილის", "Martvili"], ["mestia", "მესტიის", "Mestia"], ["senaki", "სენაკის", "Senaki"], ["chkhorotsku", "ჩხოროწყუს", "Chkhorotsku"],
      ["tsalenjikha", "წალენჯიხის", "Tsalenjikha"], ["khobi", "ხობის", "Khobi"],
    ],
  }),
  ...inRegion({ ka: "სამცხე-ჯავახეთი", en: "Samtskhe-Javakheti" }, {
    communities: [["adigeni", "ადიგენის", "Adigeni"], ["aspindza", "ასპინძის", "Aspindza"], ["akhalkalaki", "ახალქალაქის", "Akhalkalaki"], ["akhaltsikhe", "ახალციხის", "Akhaltsikhe"], ["borjomi", "ბორჯომის", "Borjomi"], ["ninotsminda", "ნინოწმინდის", "Ninotsminda"]],
  }),
  ...inRegion({ ka: "ქვემო ქართლი", en: "Kvemo Kartli" }, {
    cities: [["rustavi", "რუსთავის", "Rustavi"]],
    communities: [["bolnisi", "ბოლნისის", "Bolnisi"], ["gardabani", "გარდაბნის", "Gardabani"], ["dmanisi", "დმანისის", "Dmanisi"], ["tetritskaro", "თეთრიწყაროს", "Tetritskaro"], ["marneuli", "მარნეულის", "Marneuli"], ["tsalka", "წალკის", "Tsalka"]],
  }),
  ...inRegion({ ka: "შიდა ქართლი", en: "Shida Kartli" }, { communities: [["gori", "გორის", "Gori"], ["kaspi", "კასპის", "Kaspi"], ["kareli", "ქარელის", "Kareli"], ["khashuri", "ხაშურის", "Khashuri"]] }),
];
