import type { LocalizedRichText, RichBlock, RichText } from "#lib/record/rich-text/schema.ts";
import { progressStatuses } from "#lib/reporting/schema.ts";
import { tallyOf, flatMilestones } from "#lib/reports/snapshots/rules.ts";
import { snapshotFormat, snapshotSchema, type Snapshot, type SnapshotAssessment, type SnapshotEvidence, type SnapshotMilestone, type SnapshotUpdate } from "#lib/reports/snapshots/schema.ts";

/**
 * A report for tests in which every field that a snapshot has is used, every text of it another one, so that whatever a
 * format leaves out is missed.
 */
export function richSnapshot(): Snapshot {
  return new Maker().snapshot();
}

type Text = { ka: string; en: string };

const grades = ["none", "some", "most", "all"];

class Maker {
  private count = 1_000;

  private next(): number {
    return (this.count += 1);
  }

  private id(): string {
    return `0198d3a0-0000-7000-8000-${String(this.next()).padStart(12, "0")}`;
  }

  private text(ka: string, en: string): Text {
    const n = this.next();
    return { ka: `${ka} ${n} „ჭყინტი“`, en: `${en} ${n} – “clear”` };
  }

  private organisation(ka: string, en: string) {
    return { slug: `organisation-${this.next()}`, name: this.text(ka, en) };
  }

  private instant(): string {
    return `2020-${String(1 + (this.next() % 12)).padStart(2, "0")}-${String(1 + (this.count % 28)).padStart(2, "0")}T21:30:00.000Z`;
  }

  private evidence(verificationSourceId: string | null): SnapshotEvidence[] {
    const none = { url: null, fileName: null, mediaType: null, size: null, sha256: null };
    const n = this.next();
    return [
      { ...none, id: this.id(), kind: "file", title: this.text("ოქმი", "Minutes"), fileName: `ოქმი-${n}.pdf`, mediaType: "application/pdf", size: 123_456 + n, sha256: String(n).repeat(16), verificationSourceId },
      { ...none, id: this.id(), kind: "file", title: null, fileName: `table-${this.next()}.csv`, mediaType: "text/csv", size: 900 + n, sha256: String(this.count).repeat(16), verificationSourceId: null },
      { ...none, id: this.id(), kind: "link", title: this.text("გვერდი", "Page"), url: `https://example.ge/page-${this.next()}`, verificationSourceId: null },
    ];
  }

  private grade(rank: number) {
    const labels = [["არ შესრულდა", "Not implemented"], ["ნაწილობრივ შესრულდა", "Partially implemented"], ["უმეტესად შესრულდა", "Mostly implemented"], ["სრულად შესრულდა", "Fully implemented"]];
    const [ka = "", en = ""] = labels[rank] ?? [];
    return { code: grades[rank] ?? "", label: { ka, en }, rank, fulfilled: rank === 3 };
  }

  private irm(ka: string, en: string, rank: number | null) {
    return { code: en.toLowerCase(), label: this.text(ka, en), rank };
  }

  private update(progress: SnapshotUpdate["progress"], source: string | null): SnapshotUpdate {
    return {
      id: this.id(), organisation: this.organisation("სააგენტო", "Agency"), progress, result: { ...this.text("შედეგი", "Result"), ka: `პირველი აბზაცი ${this.next()}\n\nმეორე აბზაცი ${this.next()}\nახალი სტრიქონი` },
      reasons: this.text("მიზეზი", "Reason"), noProgress: progress === "suspended", acceptedAt: this.instant(), evidence: this.evidence(source),
    };
  }

  private assessment(voice: SnapshotAssessment["voice"], rank: number | null): SnapshotAssessment {
    const none = { completion: null, verifiable: null, potential: null, earlyResults: null };
    const irm = voice === "secretariat" ? none : {
      completion: this.irm("არსებითი", "Substantial", 2), verifiable: this.irm("დიახ", "Yes", null), potential: this.irm("ზომიერი", "Modest", 1), earlyResults: this.irm("მცირე", "Marginal", 2),
    };
    return {
      id: this.id(), voice, organisation: this.organisation("შემფასებელი", "Assessor"), grade: rank === null ? null : this.grade(rank), irm, narrative: this.text("დასაბუთება", "Reasoning"), publishedAt: this.instant(),
      evidence: this.evidence(null), answer: voice === "independent" ? { organisation: this.organisation("მოპასუხე", "Respondent"), text: this.text("პასუხი", "Reply"), publishedAt: this.instant() } : null,
    };
  }

  private subject(number: string, progress: SnapshotUpdate["progress"] | null) {
    const source = this.id();
    return {
      id: this.id(), number, description: this.text("აღწერა", "Description"), startsOn: "2018-05", endsOn: "2019", lead: this.organisation("წამყვანი", "Leader"),
      partners: [{ role: "partner" as const, organisation: this.organisation("პარტნიორი", "Partner") }, { role: "co_responsible" as const, organisation: this.organisation("თანაპასუხისმგებელი", "Co-responsible") }],
      indicators: [
        { id: this.id(), code: `A${this.next()}`, text: this.text("ინდიკატორი", "Indicator"), baseline: "0", target: "12.5", unit: this.text("ცალი", "pieces"), actual: { value: "7", text: this.text("თქმული", "Told") } },
        { id: this.id(), code: null, text: this.text("მაჩვენებელი", "Measure"), baseline: null, target: null, unit: null, actual: null },
      ],
      verificationSources: [{ id: source, text: this.text("წყარო", "Source") }],
      budget: [
        { amount: `${this.next()}000`, currency: "GEL", programmeCode: `01 ${this.next()}`, fundingSource: this.text("სახელმწიფო ბიუჯეტი", "State budget"), noAdditionalCost: false, statedText: this.text("ნათქვამი", "Stated") },
        { amount: null, currency: null, programmeCode: null, fundingSource: null, noAdditionalCost: true, statedText: null },
      ],
      update: progress && this.update(progress, source), assessments: [this.assessment("secretariat", 1), this.assessment("independent", 2)],
    };
  }

  private milestone(number: string, progress: SnapshotUpdate["progress"] | null, milestones: SnapshotMilestone[] = []): SnapshotMilestone {
    return { ...this.subject(number, progress), title: this.text("ეტაპი", "Milestone"), milestones };
  }

  private prose(): LocalizedRichText {
    const said = this.text("აზრი", "Thought");
    const [bold, linked, item, inner, head, cell] = [this.text("მსხვილი", "Bold"), this.text("ბმული", "Link"), this.text("პუნქტი", "Item"), this.text("შიდა", "Inner"), this.text("თავი", "Head"), this.text("უჯრა", "Cell")];
    const [n, heading] = [this.next(), this.text("ქვესათაური", "Subheading")];
    const run = (text: string) => ({ type: "text" as const, text });
    const paragraph = (text: string) => ({ type: "paragraph" as const, content: [run(text)] });
    const of = (l: keyof Text): RichText => ({ type: "doc", content: [
      { type: "heading", attrs: { level: 3 }, content: [run(heading[l])] },
      { type: "paragraph", content: [run(`${said[l]} `), { ...run(bold[l]), marks: [{ type: "bold" }] }, { type: "hardBreak" }, { ...run(linked[l]), marks: [{ type: "link", attrs: { href: `https://example.ge/linked-${n}` } }] }] },
      { type: "orderedList", content: [{ type: "listItem", content: [paragraph(item[l]), { type: "bulletList", content: [{ type: "listItem", content: [paragraph(inner[l])] }] }] }] },
      { type: "table", content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [paragraph(head[l])] }] }, { type: "tableRow", content: [{ type: "tableCell", content: [paragraph(cell[l])] }] }] },
    ] satisfies RichBlock[] });
    return { ka: of("ka"), en: of("en") };
  }

  private events(): Snapshot["events"] {
    const recommendation = (number: number, whole: boolean) => ({
      id: this.id(), number, text: this.text("რეკომენდაცია", "Recommendation"), addressee: this.organisation("ადრესატი", "Addressee"), dueOn: "2019-11",
      response: whole ? { disposition: "partly_accepted" as const, text: this.text("გამოხმაურება", "Response"), respondedAt: this.instant() } : null,
      fulfilment: whole ? { on: "2019-10-05", text: this.text("შესრულება", "Fulfilment"), evidence: this.evidence(null) } : null,
    });
    const event = (cancelled: boolean) => ({
      id: this.id(), slug: `meeting-${this.next()}`, kind: "forum_meeting" as const, title: this.text("სხდომა", "Meeting"), group: this.text("ჯგუფი", "Group"), startsOn: "2019-03-04", endsOn: "2019-03-05",
      cancelled, cancelReason: cancelled ? this.text("გაუქმება", "Cancellation") : null, presentsResults: !cancelled, place: this.text("დარბაზი", "Hall"), url: `https://example.ge/event-${this.next()}`,
      summary: this.text("მოკლედ", "Summary"), agenda: this.text("დღის წესრიგი", "Agenda"), minutes: this.text("საოქმო ჩანაწერი", "Record"),
      attendance: [
        { sector: "civil_society" as const, organisation: this.organisation("მონაწილე", "Attendee"), name: this.text("წარმომადგენელი", "Delegate"), people: 17 },
        { sector: "academia" as const, organisation: null, name: this.text("უნივერსიტეტი", "University"), people: null },
      ],
      decisions: [{ number: 1, text: this.text("გადაწყვეტილება", "Decision") }], recommendations: [recommendation(1, true), recommendation(2, false)], evidence: this.evidence(null),
    });
    return [event(false), event(true)];
  }

  private commitments(parts: Snapshot["parts"]): Snapshot["commitments"] {
    const commitment = (number: string, partId: string | null, milestones: SnapshotMilestone[]) => ({
      ...this.subject(number, "suspended"), slug: `commitment-${this.next()}`, partId, title: this.text("ვალდებულება", "Commitment"), plainSummary: this.text("უბრალოდ", "Plainly"), expectedOutcome: this.text("მოსალოდნელი", "Expected"),
      sourceNote: this.text("წყაროზე", "On source"), narrative: this.prose(), thematicAreas: [{ code: "transparency", label: this.text("გამჭვირვალობა", "Transparency") }], sdgs: [{ number: 16, label: this.text("მშვიდობა", "Peace") }], milestones,
    });
    const nested = this.milestone("1.1.1", "withdrawn");
    const states = progressStatuses.map((progress, index) => this.milestone(`1.${index + 2}`, progress));
    return [commitment("1", parts[1]?.id ?? null, [this.milestone("1.1", null, [nested]), ...states]), commitment("2", null, [])];
  }

  snapshot(): Snapshot {
    const scale = grades.map((_, rank) => this.grade(rank));
    const part = (parentId: string | null) => ({ id: this.id(), parentId, kind: "challenge" as const, number: `IV${this.next()}`, title: this.text("გამოწვევა", "Challenge"), description: this.text("რატომ", "Why"), note: this.text("შენიშვნა", "Note") });
    const outer = part(null);
    const parts = [outer, part(outer.id)];
    const commitments = this.commitments(parts);
    const milestones = commitments.flatMap((commitment) => flatMilestones(commitment.milestones).map(({ milestone }) => milestone));
    const own = `text:${this.id()}`;
    const kinds = ["introduction", "process", "summary", "commitments", "lessons", "annexes"] as const;
    const comment = (key: string | null, author: string | null, answered: boolean) => ({
      id: this.id(), author, body: `კომენტარი ${this.next()}\nმეორე სტრიქონი ${this.next()}`, locale: "ka" as const, publishedAt: this.instant(), reportVersion: 1, sectionKey: key,
      response: answered ? { disposition: "declined", text: this.text("უარი", "Refusal"), organisation: this.organisation("სამდივნო", "Secretariat"), publishedAt: this.instant() } : null,
    });
    return snapshotSchema.parse({
      format: snapshotFormat,
      report: {
        slug: "rich-2019-annual", kind: "annual", title: this.text("ანგარიში", "Report"), version: 3, stage: "correction", reason: this.text("შესწორება", "Correction"), publishedAt: "2020-12-31T08:00:00.000Z",
        consultation: { opensOn: "2020-11-02", endsOn: "2020-11-16" },
      },
      plan: {
        slug: "rich", title: this.text("გეგმა", "Plan"), level: "local", countryCode: "GE", locality: this.text("დმანისი", "Dmanisi"), vocabulary: "commitment", startsOn: "2018", endsOn: "2019-12", secretariat: this.organisation("სამდივნო", "Secretariat"),
        legalActs: [{ kind: this.text("დადგენილება", "Ordinance"), number: "537", date: "2018-11-12", issuingBody: this.text("მთავრობა", "Government"), title: this.text("დამტკიცების შესახებ", "On approval"), url: "https://matsne.gov.ge/document/537" }],
        scale: { label: this.text("სკალა", "Scale"), grades: scale },
      },
      period: { slug: "2019-annual", label: this.text("2019, წლიური", "2019, annual"), kind: "annual", startsOn: "2019-01-01", endsOn: "2019-12-31" },
      summary: { commitments: tallyOf(commitments, scale), milestones: tallyOf(milestones, scale) },
      sections: [...kinds.map((kind) => ({ key: kind, kind, heading: null, body: this.prose() })), { key: own, kind: "text", heading: this.text("დამატებითი", "Additional"), body: this.prose() }],
      events: this.events(),
      crosswalk: { number: 4, recordedAt: this.instant(), entries: grades.map((grade, rank) => ({ grade, completion: rank === 1 ? null : this.irm("შესაბამისი", "Corresponding", rank) })) },
      parts, commitments,
      comments: {
        published: [comment("lessons", "მკითხველი", true), comment(null, null, false), comment(own, "Reader", true), comment(`commitment:${commitments[0]?.id}`, "Third", true)],
        refused: [{ code: "abusive", count: 2 }, { code: "off_topic", count: 1 }],
      },
    });
  }
}
