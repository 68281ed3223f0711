import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { overdue } from "#lib/reporting/rules.ts";
import { flatMilestones, secretariatAssessment } from "#lib/reports/snapshots/rules.ts";
import type { SnapshotCommitment, SnapshotSubject, SnapshotTally } from "#lib/reports/snapshots/schema.ts";
import type { Contradiction } from "./contradictions.ts";
import { versionAddress } from "./cover-blocks.ts";
import { subjectName, vocabularyOf, type ReportPen } from "./evidence-blocks.ts";
import { reportFileAddress } from "./rules.ts";
import type { Cell, Inline, ReportSource, TableBlock, TextRun } from "./schema.ts";
import { progressSign, stepsSign } from "./signs.ts";
import { chartOf } from "./summary-blocks.ts";
import { shortened } from "./typesetting.ts";
import { dayInWords, pageAddress, run, runsOf } from "./writing.ts";

/** Three sentences: what was promised and is reported on, what agencies report, what the Secretariat judges. Counts only. */
export function summarySentences(pen: ReportPen): string[] {
  const { plan, period, summary } = pen.snapshot;
  const said = (key: string, values: Record<string, string | number>) => pen.say(`report-files.summary.${key}`, values);
  const vocabulary = vocabularyOf(pen.snapshot);
  const days = { from: formatDate(period.startsOn, pen.locale), to: formatDate(period.endsOn, pen.locale) };
  return [
    said(`promised.${vocabulary}`, { plan: shortened(runsOf(plan.title, pen)[0]?.text ?? "", 120), commitments: summary.commitments.total, milestones: summary.milestones.total, ...days }),
    said("progress", { counts: countsOf("progress", summary.commitments, pen) }),
    said("fulfilment", { counts: countsOf("fulfilment", summary.commitments, pen) }),
  ];
}

/** "completed: 12 of 30, in progress: 9 of 30". */
function countsOf(axis: "progress" | "fulfilment", { total }: SnapshotTally, pen: ReportPen): string {
  const parts = chartOf(axis, "commitments", pen)?.parts ?? [];
  const words = parts.map(({ label, count }) => `${lowered(label.text)}: ${pen.say("reports.summary.of", { count, total })}`);
  return words.join("; ") || pen.say("ui.none");
}

/** Within a sentence; Georgian has no capitals. */
function lowered(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** How much of the table there is room for; titles in characters. */
interface TableRoom {
  commitments: number;
  milestones: boolean;
  titles: number;
}

/** So many commitments with both axes; when not all fit, those come first of which voices differ or whose term has passed. */
export function summaryTable(pen: ReportPen, contradictions: readonly Contradiction[], { commitments: most, milestones, titles }: TableRoom): TableBlock {
  const { commitments } = pen.snapshot;
  const differing = new Set(contradictions.map(({ commitment }) => commitment.id));
  const serious = (commitment: SnapshotCommitment) => Number(differing.has(commitment.id)) * 2 + Number(overdueOf(commitment.endsOn, commitment, pen) !== null);
  const chosen = commitments.length <= most ? [...commitments] : commitments.toSorted((a, b) => serious(b) - serious(a)).slice(0, most);
  const say = (key: string) => pen.say(`report-files.statuses.${key}`);
  const shown = commitments.filter((commitment) => chosen.includes(commitment));
  const column = (label: string, width: number): TableBlock["columns"][number] => ({ label: [run(label)], width, align: "start" });
  return {
    type: "table", name: "statuses", caption: null, hasHeader: true, columns: [column("№", 0.5), column(pen.say(`report-files.summary.which.${vocabularyOf(pen.snapshot)}`), 5), column(say("progress"), 2.2), column(say("secretariat"), 2.4)],
    rows: shown.flatMap((commitment) => [
      rowOf(commitment, commitment.endsOn, titles, pen),
      ...(milestones ? flatMilestones(commitment.milestones).map(({ milestone }) => rowOf(milestone, milestone.endsOn ?? commitment.endsOn, titles, pen)) : []),
    ]),
  };
}

function overdueOf(endsOn: string | null, { update }: SnapshotSubject, pen: ReportPen): string | null {
  const late = overdue(endsOn, update?.progress ?? null, new Date(pen.snapshot.report.publishedAt));
  return late && pen.say("report-files.summary.overdue", { due: formatPartialDate(late.due, pen.locale) });
}

function rowOf(subject: SnapshotSubject, endsOn: string | null, titles: number, pen: ReportPen): Cell[] {
  const judged = secretariatAssessment(subject.assessments)?.grade;
  const late = overdueOf(endsOn, subject, pen);
  const title = runsOf(subject.title, pen).map((words) => ({ ...words, text: shortened(words.text, titles) }));
  const sign: Inline = judged ? stepsSign(judged, pen.snapshot.plan.scale.grades.length, pen) : run(pen.say("reports.voices.notAssessed"), { soft: true });
  return [
    { content: [run(subject.number)] },
    { content: [...(title.length ? title : [run(pen.say("reports.document.untitled"))]), ...(late ? [run(` (${late})`, { soft: true })] : [])] },
    { content: [progressSign(subject.update?.progress ?? null, pen)] },
    { content: [sign] },
  ];
}

/** "Commitment 5, milestone 5.1: the agency says …", each in a line. */
export function contradictionLines(contradictions: readonly Contradiction[], pen: ReportPen, titles: number): TextRun[][] {
  return contradictions.map(({ commitment, milestone, difference: { kind, steps } }) => {
    const subject = milestone ?? commitment;
    const name = subjectName(milestone ? "step" : "whole", subject.number, pen, pen.snapshot);
    const title = runsOf(subject.title, pen, { soft: true }).map((words) => ({ ...words, text: shortened(words.text, Math.min(titles, 60)) }));
    return [run(`${name}. `, { bold: true }), run(`${pen.say(`differences.kinds.${kind}`, { steps: steps ?? 0 })}. `), ...title];
  });
}

/** A way to the whole of it. */
export interface Contact {
  label: string;
  text: string;
  href?: string;
}

/** Where to read on, how to check, whom to ask. */
export function leadingLinks(pen: ReportPen, source: ReportSource): Contact[] {
  const { report, plan } = pen.snapshot;
  const say = (key: string) => pen.say(`report-files.summary.${key}`);
  const link = (label: string, address: string): Contact => ({ label: say(label), text: address, href: address });
  const body = runsOf(plan.secretariat.name, pen)[0]?.text ?? "";
  return [
    link("report", versionAddress(pen)),
    link("pdf", `${pen.site}${reportFileAddress(report.slug, report.version, "pdf", pen.locale)}`),
    link("json", `${pen.site}/api/reports/${report.slug}/versions/${report.version}`),
    { label: say("checksum"), text: source.sha256 },
    { label: say("published"), text: dayInWords(report.publishedAt, pen) },
    { label: say("contact"), text: body, href: pageAddress(`/organisations/${plan.secretariat.slug}`, pen) },
  ];
}
