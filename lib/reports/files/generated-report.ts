import { progressStatuses } from "#lib/reporting/schema.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { flatMilestones, tallyOf } from "#lib/reports/snapshots/rules.ts";
import { snapshotFormat, snapshotSchema, type Snapshot, type SnapshotAssessment, type SnapshotEvidence, type SnapshotMilestone } from "#lib/reports/snapshots/schema.ts";

/** A report of any size as no country has one, the same each time, for tests and benchmarks. */
export interface ReportSize {
  commitments: number;
  /** Of each commitment. */
  milestones: number;
}

const both = (ka: string, en: string) => ({ ka, en });
const at = "2026-03-05T09:00:00.000Z";
const agency = { slug: "agency", name: both("ციფრული მმართველობის სააგენტო", "Digital Governance Agency") };
const secretariat = { slug: "secretariat", name: both("მთავრობის ადმინისტრაცია", "Administration of the Government") };
const monitor = { slug: "monitor", name: both("ღია საზოგადოების მონიტორი", "Open Society Monitor") };
const grades = [
  { code: "not", label: both("არ შესრულდა", "Not implemented"), rank: 0, fulfilled: false },
  { code: "partially", label: both("ნაწილობრივ შესრულდა", "Partially implemented"), rank: 1, fulfilled: false },
  { code: "mostly", label: both("უმეტესად შესრულდა", "Mostly implemented"), rank: 2, fulfilled: false },
  { code: "fully", label: both("სრულად შესრულდა", "Fully implemented"), rank: 3, fulfilled: true },
];
const completion = { code: "completion.limited", label: both("შეზღუდული", "Limited"), rank: 1 };
const long = both(
  "უწყებამ საანგარიშო პერიოდში მოამზადა ელექტრონული სისტემის ტექნიკური დოკუმენტაცია, გაიარა კონსულტაცია მოქალაქეებთან და სამოქალაქო საზოგადოების ორგანიზაციებთან და გამოაქვეყნა პროექტი განსახილველად. მიღებული შენიშვნების უმეტესობა აისახა საბოლოო ვერსიაში.\n\nსისტემის დანერგვა მომდევნო წელს გაგრძელდება.",
  "In this period the agency prepared the technical documentation of the electronic system, consulted residents and civil society organisations and published the draft for discussion. Most of the remarks received were taken up in the final version.\n\nThe system will be introduced in the following year.",
);

let count = 0;
function id(): string {
  count += 1;
  return `00000000-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
}

function evidence(number: number): SnapshotEvidence {
  const file = number % 2 === 0;
  return {
    id: id(), kind: file ? "file" : "link", title: both(`მიღება-ჩაბარების აქტი ${number}`, `Act of acceptance ${number}`), url: file ? null : `https://example.ge/documents/${number}`,
    fileName: file ? `act-${number}.pdf` : null, mediaType: file ? "application/pdf" : null, size: file ? 482_000 + number : null, sha256: file ? number.toString(16).padStart(64, "0") : null, verificationSourceId: null,
  };
}

function assessment(voice: SnapshotAssessment["voice"], index: number): SnapshotAssessment {
  const independent = voice === "independent";
  return {
    id: id(), voice, organisation: independent ? monitor : secretariat, grade: independent && index % 2 ? null : (grades[index % 4] ?? null),
    irm: { completion: independent ? completion : null, verifiable: null, potential: null, earlyResults: null }, narrative: long, publishedAt: at, evidence: independent ? [evidence(index)] : [],
    answer: independent && index % 3 === 0 ? { organisation: agency, text: both("უწყება შეფასებას იზიარებს.", "The agency shares this view."), publishedAt: at } : null,
  };
}

function subject(number: string, index: number) {
  const progress = progressStatuses[index % 6] ?? null;
  return {
    id: id(), number, description: long, startsOn: "2024-05", endsOn: "2025-10", lead: agency, partners: [{ organisation: monitor, role: "partner" as const }],
    indicators: [{ id: id(), code: `A${number}`, text: both("მომსახურებების რაოდენობა", "Number of services"), baseline: "12", target: "30.5", unit: both("ერთეული", "items"), actual: { value: "18", text: both("სამი სოფლის გარდა", "except three villages") } }],
    verificationSources: [{ id: id(), text: both("გამოქვეყნებული დოკუმენტაცია", "Published documentation") }],
    budget: [{ amount: "20000", currency: "GEL", programmeCode: "01 01 02", fundingSource: both("სახელმწიფო ბიუჯეტი", "State budget"), noAdditionalCost: false, statedText: null }],
    update: progress && { id: id(), organisation: agency, progress, result: long, reasons: index % 3 === 0 ? long : null, noProgress: index % 5 === 0, acceptedAt: at, evidence: [evidence(index), ...(index % 3 === 0 ? [evidence(index + 1)] : [])] },
    assessments: [...(index % 7 === 6 ? [] : [assessment("secretariat", index)]), ...(index % 2 ? [assessment("independent", index)] : [])],
  };
}

function milestone(number: string, index: number): SnapshotMilestone {
  return { ...subject(number, index), description: index % 2 ? long : null, title: both(`ელექტრონული სისტემის ${number} ეტაპის შემუშავება და დანერგვა`, `Developing and introducing stage ${number} of the electronic system`), milestones: [] };
}

const body = { ka: richTextOf(long.ka) ?? undefined, en: richTextOf(long.en) ?? undefined };

/** Valid by the format, deterministic. */
export function generatedReport({ commitments: many, milestones: each }: ReportSize): Snapshot {
  count = 0;
  const parts = [1, 2].map((number) => ({ id: id(), parentId: null, kind: "challenge" as const, number: "I".repeat(number), title: both(`გამოწვევა: საჯარო მომსახურებები ${number}`, `Challenge: public services ${number}`), description: long, note: null }));
  const commitments = Array.from({ length: many }, (_, index) => ({
    ...subject(String(index + 1), index), slug: `commitment-${index + 1}`, partId: parts[index < many / 2 ? 0 : 1]?.id ?? null,
    title: both(`მოქალაქეთა ჩართულობის ელექტრონული პლატფორმის განვითარება ${index + 1}`, `Developing the electronic platform of public participation ${index + 1}`),
    plainSummary: both("ადამიანები ქალაქის ბიუჯეტის ნაწილს თავად განკარგავენ.", "People decide themselves on a part of the city’s budget."), expectedOutcome: long, sourceNote: null,
    narrative: body, thematicAreas: [{ code: "transparency", label: both("გამჭვირვალობა", "Transparency") }], sdgs: [{ number: 16, label: both("მშვიდობა, სამართლიანობა და ძლიერი ინსტიტუტები", "Peace, justice and strong institutions") }],
    milestones: Array.from({ length: each }, (__, step) => milestone(`${index + 1}.${step + 1}`, index + step + 1)),
  }));
  const all = commitments.flatMap(({ milestones }) => flatMilestones(milestones).map((flat) => flat.milestone));
  return snapshotSchema.parse({
    format: snapshotFormat,
    report: { slug: "generated", kind: "annual", title: both("თვითშეფასების ანგარიში: 2025, წლიური", "Self-assessment report: 2025, annual"), version: 2, stage: "final", reason: null, publishedAt: at, consultation: { opensOn: "2026-02-01", endsOn: "2026-02-14" } },
    plan: {
      slug: "plan", title: both("ღია მმართველობა საქართველოს სამოქმედო გეგმა 2024–2025", "Open Government Georgia action plan 2024–2025"), level: "national", countryCode: "GE", locality: null, vocabulary: "commitment", startsOn: "2024", endsOn: "2025", secretariat,
      legalActs: [{ kind: both("დადგენილება", "Ordinance"), number: "117", date: "2024-04-30", issuingBody: both("საქართველოს მთავრობა", "Government of Georgia"), title: null, url: "https://example.ge/acts/117" }],
      scale: { label: both("ოთხსაფეხურიანი სკალა", "Scale of four"), grades },
    },
    period: { slug: "2025", label: both("2025 წელი", "2025"), kind: "annual", startsOn: "2025-01-01", endsOn: "2025-12-31" },
    summary: { commitments: tallyOf(commitments, grades), milestones: tallyOf(all, grades) },
    sections: (["introduction", "process", "summary", "commitments", "lessons", "annexes"] as const).map((kind) => ({ key: kind, kind, heading: null, body: kind === "commitments" ? null : body })),
    events: [{
      id: id(), slug: "forum-1", kind: "forum_meeting", title: both("ფორუმის მეორე სხდომა", "Second meeting of the forum"), group: both("ფორუმი", "Forum"), startsOn: "2025-04-10", endsOn: null, cancelled: false, cancelReason: null, presentsResults: true,
      place: both("თბილისი", "Tbilisi"), url: "https://example.ge/forum", summary: long, agenda: null, minutes: long,
      attendance: [{ sector: "government", organisation: agency, name: null, people: 4 }, { sector: "civil_society", organisation: monitor, name: null, people: null }],
      decisions: [{ number: 1, text: both("შეიქმნას სამუშაო ჯგუფი.", "A working group is to be set up.") }],
      recommendations: [{ id: id(), number: 1, text: long, addressee: agency, dueOn: "2025-12", response: { disposition: "accepted", text: long, respondedAt: at }, fulfilment: { on: "2025-11-20", text: null, evidence: [evidence(4)] } }],
      evidence: [evidence(2)],
    }],
    crosswalk: { number: 1, recordedAt: at, entries: grades.map(({ code }) => ({ grade: code, completion: code === "not" ? null : completion })) },
    parts, commitments,
    comments: {
      published: [1, 2, 3].map((number) => ({ id: id(), author: number === 2 ? null : "ნინო", body: `${long.ka}\n${number}`, locale: "ka", publishedAt: at, reportVersion: 1, sectionKey: "introduction", response: { disposition: "accepted", text: long, organisation: secretariat, publishedAt: at } })),
      refused: [{ code: "advertising", count: 2 }],
    },
  });
}
