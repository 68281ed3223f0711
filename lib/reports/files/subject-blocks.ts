import { formatMoney, formatNumber, formatPartialDate, formatTerm } from "#lib/platform/i18n/formats.ts";
import { localize } from "#lib/record/localized/schema.ts";
import type { SnapshotBudgetLine, SnapshotCommitment, SnapshotIndicator, SnapshotMilestone, SnapshotOrganisation, SnapshotSubject } from "#lib/reports/snapshots/schema.ts";
import type { Block, FactsBlock, Inline } from "./schema.ts";
import { joined, listOf, notStated, pageAddress, paragraph, paragraphsOf, run, runsOf, type Pen } from "./writing.ts";

type Facts = FactsBlock["facts"];

/** Everything the plan says of a commitment; what it leaves open is said to be not stated. */
export function commitmentFacts(commitment: SnapshotCommitment, pen: Pen): Block {
  const say = (key: string) => pen.say(`reports.facts.${key}`);
  const { description, expectedOutcome, thematicAreas, sdgs, sourceNote } = commitment;
  const facts: Facts = [
    { label: say("description"), value: paragraphsOf(description, pen) },
    { label: say("outcome"), value: paragraphsOf(expectedOutcome, pen) },
    { label: say("lead"), value: organisations([commitment.lead], pen) },
    ...subjectFacts(commitment, pen),
    { label: say("areas"), value: listOf(thematicAreas.map(({ label }) => runsOf(label, pen))) },
    { label: say("sdgs"), value: listOf(sdgs.map(({ number, label }) => [run(`${number} `), ...runsOf(label, pen)])) },
    ...(sourceNote ? [{ label: say("sourceNote"), value: paragraphsOf(sourceNote, pen) }] : []),
  ];
  return { type: "facts", facts: facts.map((fact) => (fact.value.length ? fact : { ...fact, value: [paragraph([notStated(pen)])] })) };
}

/** What the plan says of a milestone; what it leaves open stands at its commitment. */
export function milestoneFacts(milestone: SnapshotMilestone, pen: Pen): Block[] {
  const say = (key: string) => pen.say(`reports.facts.${key}`);
  const facts: Facts = [
    { label: say("description"), value: paragraphsOf(milestone.description, pen) },
    { label: say("lead"), value: organisations([milestone.lead], pen) },
    ...subjectFacts(milestone, pen),
  ].filter(({ value }) => value.length > 0);
  return facts.length ? [{ type: "facts", facts }] : [];
}

function subjectFacts(subject: SnapshotSubject, pen: Pen): Facts {
  const say = (key: string) => pen.say(`reports.facts.${key}`);
  const partners = (role: string) => organisations(subject.partners.filter((partner) => partner.role === role).map(({ organisation }) => organisation), pen);
  const together = partners("co_responsible");
  const term = termInWords(subject, pen);
  return [
    ...(together.length ? [{ label: say("coResponsible"), value: together }] : []),
    { label: say("partners"), value: partners("partner") },
    { label: say("term"), value: term ? [paragraph([run(term)])] : [] },
    { label: say("indicators"), value: listOf(subject.indicators.map((indicator) => indicatorRuns(indicator, pen))) },
    { label: say("sources"), value: listOf(subject.verificationSources.map(({ text }) => runsOf(text, pen))) },
    { label: say("budget"), value: listOf(subject.budget.map((line) => budgetRuns(line, pen))) },
  ];
}

function organisations(items: readonly SnapshotOrganisation[], pen: Pen): Block[] {
  return listOf(items.map((item) => organisationRuns(item, pen)));
}

/** An organisation's name, leading to its page. */
export function organisationRuns({ slug, name }: SnapshotOrganisation, pen: Pen): Inline[] {
  return runsOf(name, pen, { href: pageAddress(`/organisations/${slug}`, pen) });
}

/** "May 2018 – October 2018", "end 2024"; null when nothing is stated. */
export function termInWords(term: { startsOn: string | null; endsOn: string | null }, pen: Pen): string | null {
  const whole = formatTerm(term, pen.locale);
  if (whole) return whole;
  if (term.startsOn) return pen.say("ui.term.from", { date: formatPartialDate(term.startsOn, pen.locale) });
  return term.endsOn ? pen.say("ui.term.until", { date: formatPartialDate(term.endsOn, pen.locale) }) : null;
}

/** By what fulfilment is measured, with where it started, where it was to get, and where it got. */
function indicatorRuns({ code, text, baseline, target, actual, unit }: SnapshotIndicator, pen: Pen): Inline[] {
  const inUnit = (value: string) => [formatNumber(value, pen.locale, 6), localize(unit, pen.locale)?.text].filter(Boolean).join(" ");
  const measures = [
    ...(baseline === null ? [] : [pen.say("reports.facts.baseline", { value: inUnit(baseline) })]),
    ...(target === null ? [] : [pen.say("reports.facts.target", { value: inUnit(target) })]),
    ...(actual?.value ? [pen.say("reports.facts.actual", { value: inUnit(actual.value) })] : []),
  ];
  const words = runsOf(actual?.text, pen, { soft: true });
  return [
    ...(code ? [run(`${code} `, { bold: true })] : []), ...runsOf(text, pen),
    ...(measures.length ? [{ type: "break" as const }, run(measures.join("; "), { soft: true })] : []),
    ...(words.length ? [{ type: "break" as const }, run(`${pen.say("report-files.actual")} `, { soft: true }), ...words] : []),
  ];
}

/** Money as the plan states it: sum, programme code, source; the plan's own words where they say more. */
function budgetRuns(line: SnapshotBudgetLine, pen: Pen): Inline[] {
  const amount = line.amount !== null && (line.currency ? formatMoney(line.amount, line.currency, pen.locale) : formatNumber(line.amount, pen.locale));
  const stated: Inline[][] = [
    amount ? [run(amount)] : [],
    line.noAdditionalCost ? [run(pen.say("reports.facts.noAdditionalCost"))] : [],
    line.programmeCode ? [run(pen.say("reports.facts.programme", { code: line.programmeCode }))] : [],
    runsOf(line.fundingSource, pen),
  ];
  const words = runsOf(line.statedText, pen, { soft: true });
  const before = stated.some(({ length }) => length > 0) ? [{ type: "break" as const }] : [];
  return [...joined(stated), ...(words.length ? [...before, run(`${pen.say("report-files.statedText")} `, { soft: true }), ...words] : [])];
}
