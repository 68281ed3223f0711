import type { Localized } from "#lib/localized/schema.ts";

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
  { number: 13, label: { ka: "კლიმატის მდგრადობა", en: "Climate Action" } },
  { number: 14, label: { ka: "წყალქვეშა რესურსები", en: "Life Below Water" } },
  { number: 15, label: { ka: "დედამიწის ეკოსისტემები", en: "Life on Land" } },
  { number: 16, label: { ka: "მშვიდობა, სამართლიანობა და ძლიერი ინსტიტუტები", en: "Peace and Justice Strong Institutions" } },
  { number: 17, label: { ka: "თანამშრომლობა საერთო მიზნებისათვის", en: "Partnerships for the Goals" } },
];
