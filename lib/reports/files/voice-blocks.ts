import type { SnapshotAssessment, SnapshotIrmGrade, SnapshotSubject, SnapshotUpdate } from "#lib/reports/snapshots/schema.ts";
import { evidenceBlocks, type ReportPen } from "./evidence-blocks.ts";
import type { Block, FactsBlock } from "./schema.ts";
import { progressSign, stepsSign } from "./signs.ts";
import { dayInWords, paragraph, paragraphsOf, run, runsOf, sentence } from "./writing.ts";

type Sources = SnapshotSubject["verificationSources"];

/** Both axes beside each other, never mixed: what the agency reports, and what each assessor judges, with their words and proof. */
export function voiceFacts(subject: SnapshotSubject, pen: ReportPen): Block {
  const say = (key: string) => pen.say(`reports.voices.${key}`);
  const { update, assessments, verificationSources: sources } = subject;
  const judged = assessments.some(({ voice }) => voice === "secretariat");
  const facts: FactsBlock["facts"] = [
    { label: say("progress"), value: agencyBlocks(update, sources, pen) },
    ...(judged ? [] : [{ label: say("secretariat"), value: [sentence(say("notAssessed"), "note")] }]),
    ...assessments.map((assessment) => ({ label: say(assessment.voice), value: assessorBlocks(assessment, sources, pen) })),
  ];
  return { type: "facts", facts };
}

function agencyBlocks(update: SnapshotUpdate | null, sources: Sources, pen: ReportPen): Block[] {
  const sign = paragraph([progressSign(update?.progress ?? null, pen)]);
  if (!update) return [sign];
  const { organisation, acceptedAt, noProgress, result, reasons } = update;
  return [
    sign,
    paragraph([...runsOf(organisation.name, pen), run(`, ${pen.say("report-files.accepted", { date: dayInWords(acceptedAt, pen) })}`)], "note"),
    ...(noProgress ? [sentence(pen.say("reports.voices.noProgress"))] : []),
    ...paragraphsOf(result, pen),
    ...(reasons ? [sentence(pen.say("reports.voices.reasons"), "label"), ...paragraphsOf(reasons, pen)] : []),
    ...evidenceBlocks(update.evidence, sources, pen),
  ];
}

function assessorBlocks(assessment: SnapshotAssessment, sources: Sources, pen: ReportPen): Block[] {
  const { grade, organisation, publishedAt, narrative, evidence, answer } = assessment;
  const scale = pen.snapshot.plan.scale.grades.length;
  return [
    ...(grade ? [paragraph([stepsSign(grade, scale, pen)])] : []),
    paragraph([...runsOf(organisation.name, pen), run(`, ${dayInWords(publishedAt, pen)}`)], "note"),
    ...irmBlocks(assessment.irm, pen),
    ...paragraphsOf(narrative, pen),
    ...evidenceBlocks(evidence, sources, pen),
    ...(answer ? answerBlocks(answer, pen) : []),
  ];
}

/** What an independent monitor says on IRM's own scales. */
function irmBlocks(irm: SnapshotAssessment["irm"], pen: ReportPen): Block[] {
  const axes: [string, SnapshotIrmGrade | null][] = [["completion", irm.completion], ["verifiable", irm.verifiable], ["potential", irm.potential], ["earlyResults", irm.earlyResults]];
  return axes.flatMap(([axis, grade]) => (grade ? [paragraph([run(`${pen.say(`report-files.irm.${axis}`)}: `, { soft: true }), ...runsOf(grade.label, pen, { bold: true })])] : []));
}

function answerBlocks({ organisation, text, publishedAt }: NonNullable<SnapshotAssessment["answer"]>, pen: ReportPen): Block[] {
  return [
    sentence(pen.say("report-files.answer"), "label"),
    paragraph([...runsOf(organisation.name, pen), run(`, ${dayInWords(publishedAt, pen)}`)], "note"),
    ...paragraphsOf(text, pen),
  ];
}
