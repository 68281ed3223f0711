import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import type { SnapshotPlan } from "#lib/reports/snapshots/schema.ts";
import type { ReportPen } from "./evidence-blocks.ts";
import type { Block, FactsBlock, Inline, ReportSource } from "./schema.ts";
import { stepsSign } from "./signs.ts";
import { organisationRuns, termInWords } from "./subject-blocks.ts";
import { dayInWords, listOf, notStated, pageAddress, paragraph, paragraphsOf, run, runsOf, sentence } from "./writing.ts";

/** The permanent address of the version that is shown. */
export function versionAddress(pen: ReportPen): string {
  const { slug, version } = pen.snapshot.report;
  return pageAddress(`/reports/${slug}/versions/${version}`, pen);
}

/** "Final version, version 2". */
export function versionInWords(pen: ReportPen): string {
  const { stage, version } = pen.snapshot.report;
  return `${pen.say(`status.reportStage.${stage}`)}, ${pen.say("report-files.version", { number: version })}`;
}

/** The title page: which report of what this is, by whom and when, and how it can be checked. */
export function coverBlocks(source: ReportSource, pen: ReportPen): Block[] {
  const say = (key: string, values?: Record<string, string>) => pen.say(`report-files.cover.${key}`, values);
  const { report, plan, period } = pen.snapshot;
  const days = { from: formatDate(period.startsOn, pen.locale), to: formatDate(period.endsOn, pen.locale) };
  const window = report.consultation && { from: formatDate(report.consultation.opensOn, pen.locale), to: formatDate(report.consultation.endsOn, pen.locale) };
  const address = versionAddress(pen);
  const facts: FactsBlock["facts"] = [
    { label: say("plan"), value: [paragraph(runsOf(plan.title, pen, { href: pageAddress(`/plans/${plan.slug}`, pen) }))] },
    { label: say("period"), value: [paragraph([...runsOf(period.label, pen), run(` (${say("days", days)})`)])] },
    { label: say("secretariat"), value: [paragraph(organisationRuns(plan.secretariat, pen))] },
    { label: say("version"), value: [sentence(versionInWords(pen))] },
    { label: say("published"), value: [sentence(dayInWords(report.publishedAt, pen))] },
    ...(window ? [{ label: say("consultation"), value: [sentence(say("days", window))] }] : []),
    ...(report.reason ? [{ label: say("reason"), value: paragraphsOf(report.reason, pen) }] : []),
    { label: say("address"), value: [paragraph([run(address, { href: address })])] },
    { label: say("sha256"), value: [paragraph([run(source.sha256, { code: true })]), sentence(say("check"), "note")] },
  ];
  return [{ type: "facts", facts }];
}

/** What is reported on: which plan, by which act it was adopted, on which scale fulfilment is judged. */
export function planBlocks(pen: ReportPen): Block[] {
  const { plan } = pen.snapshot;
  const say = (key: string) => pen.say(`report-files.plan.${key}`);
  const term = termInWords(plan, pen);
  const grades = plan.scale.grades.toReversed().map((grade): Inline[] => [stepsSign(grade, plan.scale.grades.length, pen)]);
  return [
    { type: "heading", level: 2, id: "plan", number: null, content: [run(pen.say("reports.facts.heading"))] },
    {
      type: "facts",
      facts: [
        { label: say("level"), value: [sentence(pen.say(`status.planLevel.${plan.level}`))] },
        { label: say("country"), value: [sentence(countryName(plan.countryCode, pen.locale))] },
        ...(plan.locality ? [{ label: say("locality"), value: [paragraph(runsOf(plan.locality, pen))] }] : []),
        { label: pen.say("reports.facts.term"), value: [paragraph([term ? run(term) : notStated(pen)])] },
        { label: pen.say("reports.facts.acts"), value: plan.legalActs.length ? listOf(plan.legalActs.map((act) => actRuns(act, pen))) : [paragraph([notStated(pen)])] },
        { label: say("scale"), value: [paragraph(runsOf(plan.scale.label, pen)), ...listOf(grades)] },
      ],
    },
  ];
}

function countryName(code: string, locale: string): string {
  return code === "GE" && locale === "ka" ? "საქართველო" : (new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code);
}

function actRuns({ kind, number, date, issuingBody, title, url }: SnapshotPlan["legalActs"][number], pen: ReportPen): Inline[] {
  const look = url ? { href: url } : {};
  const name = runsOf(title, pen);
  return [
    ...runsOf(kind, pen, look), run(` №${number}`, look), run(`, ${formatPartialDate(date, pen.locale)}, `), ...runsOf(issuingBody, pen),
    ...(name.length ? [{ type: "break" as const }, ...name] : []),
  ];
}
