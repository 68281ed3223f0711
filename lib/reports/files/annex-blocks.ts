import { localize } from "#lib/record/localized/schema.ts";
import type { SnapshotAssessment, SnapshotComment, SnapshotCommitment, SnapshotMilestone, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";
import { evidenceTable, type ReportPen } from "./evidence-blocks.ts";
import { sectionName } from "./section-blocks.ts";
import type { Block, Cell, Inline, TableBlock } from "./schema.ts";
import { progressSign, stepsSign } from "./signs.ts";
import { dayInWords, joined, linesOf, run, runsOf, sentence } from "./writing.ts";

const lineBreak = { type: "break" } as const;

/** What stands at the end of every report: the table of states, comments and responses, evidence, how scales are compared. */
export function annexBlocks(pen: ReportPen): Block[] {
  const { comments, crosswalk } = pen.snapshot;
  const headed = (id: string, blocks: Block[]): Block[] => [{ type: "heading", level: 2, id, number: null, content: [run(pen.say(`report-files.annexes.${id}`))] }, ...blocks];
  return [
    ...headed("statuses", [statusTable(pen)]),
    ...(comments ? headed("comments", commentBlocks(comments, pen)) : []),
    ...headed("evidence", evidenceTable(pen)),
    ...headed("crosswalk", crosswalk ? crosswalkBlocks(crosswalk, pen) : [sentence(pen.say("report-files.crosswalk.none"))]),
  ];
}

function column(label: string, width: number, align: "start" | "end" = "start"): TableBlock["columns"][number] {
  return { label: [run(label)], width, align };
}

/** Every commitment and milestone with each axis in a column of its own. */
export function statusTable(pen: ReportPen): TableBlock {
  const say = (key: string) => pen.say(`report-files.statuses.${key}`);
  const rows = pen.snapshot.commitments.flatMap((commitment) => [statusRow(commitment, commitmentTitle(commitment, pen), pen), ...milestoneRows(commitment.milestones, pen)]);
  const columns = [column("№", 0.8), column(say("title"), 3.2), column(pen.say("report-files.statuses.progress"), 1.9), column(say("secretariat"), 2.4), column(say("independent"), 2.4)];
  return { type: "table", name: "statuses", caption: null, hasHeader: true, columns, rows };
}

/** A commitment's number may begin again in every part, so the part is named with it. */
function commitmentTitle(commitment: SnapshotCommitment, pen: ReportPen): Inline[] {
  const part = pen.snapshot.parts.find(({ id }) => id === commitment.partId);
  const name = part && [pen.say(`status.partKind.${part.kind}`), part.number ?? localize(part.title, pen.locale)?.text].filter(Boolean).join(" ");
  const title = runsOf(commitment.title, pen, { bold: true, to: `commitment-${commitment.id}` });
  return [...(title.length ? title : [run(pen.say("reports.document.untitled"), { to: `commitment-${commitment.id}` })]), ...(name ? [lineBreak, run(name, { soft: true })] : [])];
}

function milestoneRows(milestones: readonly SnapshotMilestone[], pen: ReportPen): Cell[][] {
  return milestones.flatMap((milestone) => [statusRow(milestone, runsOf(milestone.title, pen, { to: `milestone-${milestone.id}` }), pen), ...milestoneRows(milestone.milestones, pen)]);
}

function statusRow(subject: SnapshotSubject, title: Inline[], pen: ReportPen): Cell[] {
  const by = (voice: string) => subject.assessments.filter((assessment) => assessment.voice === voice);
  const none = [run(pen.say("reports.voices.notAssessed"), { soft: true })];
  const judged = by("secretariat").map((assessment) => judgementRuns(assessment, pen));
  const independent = by("independent").map((assessment) => [...judgementRuns(assessment, pen), lineBreak, ...runsOf(assessment.organisation.name, pen, { soft: true })]);
  return [
    { content: [run(subject.number)] },
    { content: title },
    { content: [progressSign(subject.update?.progress ?? null, pen)] },
    { content: judged.length ? joined(judged, lineBreak) : none },
    { content: independent.length ? joined(independent, lineBreak) : none },
  ];
}

function judgementRuns({ grade, irm }: SnapshotAssessment, pen: ReportPen): Inline[] {
  const completion = irm.completion ? [run(`${pen.say("report-files.irm.completion")}: `, { soft: true }), ...runsOf(irm.completion.label, pen)] : [];
  return joined([grade ? [stepsSign(grade, pen.snapshot.plan.scale.grades.length, pen)] : [], completion], lineBreak);
}

type Comments = NonNullable<ReportPen["snapshot"]["comments"]>;

function commentBlocks({ published, refused }: Comments, pen: ReportPen): Block[] {
  const say = (key: string, values?: Record<string, number>) => pen.say(`report-files.comments.${key}`, values);
  const answered = published.filter(({ response }) => response).length;
  const columns = [column("№", 0.5, "end"), column(say("who"), 1.6), column(say("comment"), 3.6), column(say("response"), 3.6)];
  const rows = published.map((comment, index): Cell[] => [
    { content: [run(String(index + 1))], value: index + 1 }, { content: authorRuns(comment, pen) }, { content: commentRuns(comment, pen) }, { content: responseRuns(comment, pen) },
  ]);
  const codes = refused.map(({ code, count }): Cell[] => [{ content: [run(pen.say(`comments.reason.${code}`))] }, { content: [run(String(count))], value: count }]);
  return [
    sentence(say("lead", { count: published.length, answered })),
    ...(rows.length ? [{ type: "table" as const, name: "comments" as const, caption: null, hasHeader: true, columns, rows }] : []),
    ...(codes.length ? [{ type: "table" as const, name: "refused" as const, caption: say("refused"), hasHeader: true, columns: [column(say("reason"), 4), column(say("count"), 1, "end")], rows: codes }] : []),
  ];
}

function authorRuns({ author, publishedAt, reportVersion }: SnapshotComment, pen: ReportPen): Inline[] {
  const version = reportVersion === null ? [] : [lineBreak, run(pen.say("report-files.comments.version", { number: reportVersion }), { soft: true })];
  return [run(author ?? pen.say("comments.anonymous")), lineBreak, run(dayInWords(publishedAt, pen), { soft: true }), ...version];
}

function commentRuns({ body, locale, sectionKey }: SnapshotComment, pen: ReportPen): Inline[] {
  const lang = locale === pen.locale ? {} : { lang: locale };
  const words = linesOf(body).map((line): Inline => (line.type === "text" ? { ...line, ...lang } : line));
  const about = sectionKey ? sectionName(sectionKey, pen) : [run(pen.say("report-files.comments.whole"))];
  return [run(`${pen.say("report-files.comments.about")} `, { soft: true }), ...about.map((inline): Inline => (inline.type === "text" ? { ...inline, soft: true } : inline)), lineBreak, ...words];
}

function responseRuns({ response }: SnapshotComment, pen: ReportPen): Inline[] {
  if (!response) return [run(pen.say("status.response.none"), { soft: true })];
  const lines = runsOf(response.text, pen);
  return [
    run(pen.say(`status.disposition.${response.disposition}`), { bold: true }), lineBreak, ...lines, lineBreak,
    ...runsOf(response.organisation.name, pen, { soft: true }), run(`, ${dayInWords(response.publishedAt, pen)}`, { soft: true }),
  ];
}

function crosswalkBlocks({ number, recordedAt, entries }: NonNullable<ReportPen["snapshot"]["crosswalk"]>, pen: ReportPen): Block[] {
  const say = (key: string, values?: Record<string, string | number>) => pen.say(`report-files.crosswalk.${key}`, values);
  const { grades } = pen.snapshot.plan.scale;
  const rows = entries.map(({ grade, completion }): Cell[] => {
    const own = grades.find(({ code }) => code === grade);
    return [{ content: own ? [stepsSign(own, grades.length, pen)] : [run(grade)] }, { content: completion ? runsOf(completion.label, pen) : [run(say("nothing"), { soft: true })] }];
  });
  return [
    sentence(say("lead", { number, date: dayInWords(recordedAt, pen) })),
    { type: "table", name: "crosswalk", caption: null, hasHeader: true, columns: [column(say("own"), 1), column(say("irm"), 1)], rows },
  ];
}
