import { formatNumber, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { wasAnnounced } from "#lib/reports/snapshots/rules.ts";
import type { SnapshotEvent, SnapshotRecommendation } from "#lib/reports/snapshots/schema.ts";
import { evidenceBlocks, type ReportPen } from "./evidence-blocks.ts";
import type { Block, Cell, FactsBlock, Inline, TableBlock } from "./schema.ts";
import { organisationRuns } from "./subject-blocks.ts";
import { dayInWords, joined, listOf, paragraph, paragraphsOf, run, runsOf, sentence } from "./writing.ts";

const lineBreak = { type: "break" } as const;

/** What took place of the process in the period: meetings with who was there, what was decided and what was recommended. */
export function eventBlocks(pen: ReportPen): Block[] {
  return pen.snapshot.events.flatMap((event): Block[] => [
    { type: "heading", level: 2, id: `event-${event.id}`, number: null, content: runsOf(event.title, pen) },
    { type: "facts", facts: eventFacts(event, pen).filter(({ value }) => value.length > 0) },
    ...(event.attendance.length ? [attendanceTable(event, pen)] : []),
    ...(event.recommendations.length ? [recommendationTable(event.recommendations, pen)] : []),
    ...event.recommendations.flatMap(({ number, fulfilment }) => recommendationProof(number, fulfilment?.evidence ?? [], pen)),
  ]);
}

function eventFacts(event: SnapshotEvent, pen: ReportPen): FactsBlock["facts"] {
  const say = (key: string) => pen.say(`report-files.event.${key}`);
  const days = [event.startsOn, event.endsOn].filter((day) => day !== null).map((day) => formatPartialDate(day, pen.locale));
  const cancelled = [sentence(say("cancelled")), ...paragraphsOf(event.cancelReason, pen)];
  const announced = wasAnnounced(event, pen.snapshot.report.publishedAt) ? [sentence(pen.say("reports.process.announced"))] : [];
  const decisions = event.decisions.map(({ number, text }): Inline[] => [run(`${number}. `), ...runsOf(text, pen)]);
  return [
    { label: say("state"), value: event.cancelled ? cancelled : announced },
    { label: say("what"), value: [sentence([pen.say(`status.eventKind.${event.kind}`), ...(event.presentsResults ? [say("presentsResults")] : [])].join("; "))] },
    { label: say("group"), value: listOf([runsOf(event.group, pen)].filter(({ length }) => length > 0)) },
    { label: say("days"), value: [sentence([...new Set(days)].join(" – "))] },
    { label: say("place"), value: listOf([runsOf(event.place, pen)].filter(({ length }) => length > 0)) },
    { label: say("url"), value: event.url ? [paragraph([run(event.url, { href: event.url })])] : [] },
    { label: say("summary"), value: paragraphsOf(event.summary, pen) },
    { label: say("agenda"), value: paragraphsOf(event.agenda, pen) },
    { label: say("minutes"), value: paragraphsOf(event.minutes, pen) },
    { label: say("decisions"), value: decisions.map((decision) => paragraph(decision)) },
    { label: pen.say("reports.voices.evidence"), value: evidenceBlocks(event.evidence, [], pen).slice(1) },
  ];
}

function column(label: string, width: number, align: "start" | "end" = "start"): TableBlock["columns"][number] {
  return { label: [run(label)], width, align };
}

function attendanceTable({ attendance }: SnapshotEvent, pen: ReportPen): Block {
  const say = (key: string) => pen.say(`report-files.event.${key}`);
  const rows = attendance.map(({ sector, organisation, name, people }): Cell[] => [
    { content: [run(pen.say(`status.sector.${sector}`))] },
    { content: joined([organisation ? organisationRuns(organisation, pen) : [], runsOf(name, pen)]) },
    people === null ? { content: [] } : { content: [run(formatNumber(people, pen.locale))], value: people },
  ]);
  return { type: "table", name: "attendance", caption: say("attendance"), hasHeader: true, columns: [column(say("sector"), 2), column(say("who"), 4), column(say("people"), 1.6, "end")], rows };
}

function recommendationTable(recommendations: readonly SnapshotRecommendation[], pen: ReportPen): Block {
  const say = (key: string) => pen.say(`report-files.recommendation.${key}`);
  const rows = recommendations.map((recommendation): Cell[] => [
    { content: [run(String(recommendation.number))], value: recommendation.number },
    { content: recommendedRuns(recommendation, pen) }, { content: responseRuns(recommendation, pen) }, { content: fulfilmentRuns(recommendation, pen) },
  ]);
  return { type: "table", name: "recommendations", caption: say("heading"), hasHeader: true, columns: [column("№", 0.5, "end"), column(say("text"), 3), column(say("response"), 3), column(say("fulfilment"), 2)], rows };
}

function recommendedRuns({ text, addressee, dueOn }: SnapshotRecommendation, pen: ReportPen): Inline[] {
  const say = (key: string) => pen.say(`report-files.recommendation.${key}`);
  return [
    ...runsOf(text, pen), lineBreak, run(`${say("addressee")}: `, { soft: true }), ...organisationRuns(addressee, pen),
    ...(dueOn ? [lineBreak, run(`${say("due")}: ${formatPartialDate(dueOn, pen.locale)}`, { soft: true })] : []),
  ];
}

function responseRuns({ response }: SnapshotRecommendation, pen: ReportPen): Inline[] {
  if (!response) return [run(pen.say("report-files.recommendation.unanswered"), { soft: true })];
  return [run(pen.say(`status.disposition.${response.disposition}`), { bold: true }), run(`, ${dayInWords(response.respondedAt, pen)}`, { soft: true }), lineBreak, ...runsOf(response.text, pen)];
}

function fulfilmentRuns({ fulfilment }: SnapshotRecommendation, pen: ReportPen): Inline[] {
  if (!fulfilment) return [run(pen.say("report-files.recommendation.open"), { soft: true })];
  const text = runsOf(fulfilment.text, pen);
  return [run(pen.say("report-files.recommendation.fulfilled", { date: formatPartialDate(fulfilment.on, pen.locale) })), ...(text.length ? [lineBreak, ...text] : [])];
}

function recommendationProof(number: number, evidence: Parameters<typeof evidenceBlocks>[0], pen: ReportPen): Block[] {
  const pieces = evidenceBlocks(evidence, [], pen).slice(1);
  return pieces.length ? [sentence(pen.say("report-files.recommendation.proof", { number }), "label"), ...pieces] : [];
}
