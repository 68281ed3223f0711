import { locales, type Localized } from "#lib/record/localized/schema.ts";
import { plainTextOf } from "#lib/record/rich-text/rules.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import type { SnapshotAssessment, SnapshotCommitment, SnapshotEvidence, SnapshotGrade, SnapshotIndicator, SnapshotIrmGrade, SnapshotMilestone, SnapshotOrganisation, SnapshotSubject, SnapshotUpdate } from "#lib/reports/snapshots/schema.ts";
import type { FactChange, FactName, FactValue } from "./schema.ts";

/** True when two values say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

/** A text that changed, or nothing. */
export function textChange(name: FactName, before: Localized | null | undefined, after: Localized | null | undefined, about: Localized | null = null): FactChange[] {
  return same(before, after) ? [] : [{ name, about, kind: "text", before: before ?? null, after: after ?? null }];
}

/** A short value that changed, or nothing. */
export function valueChange(name: FactName, before: FactValue | null, after: FactValue | null, about: Localized | null = null): FactChange[] {
  return same(before, after) ? [] : [{ name, about, kind: "value", before, after }];
}

/** What came into a list and what went out of it, or nothing. Entries are the same when everything in them is. */
export function listChange<T>(name: FactName, before: readonly T[], after: readonly T[], said: (item: T) => Localized, about: Localized | null = null): FactChange[] {
  const without = (items: readonly T[], others: readonly T[]) => items.filter((item) => !others.some((other) => same(item, other))).map(said);
  const [removed, added] = [without(before, after), without(after, before)];
  return removed.length || added.length ? [{ name, about, kind: "list", removed, added }] : [];
}

/** The words of a rich text in every language it exists in. */
export function wordsOf(text: LocalizedRichText | null | undefined): Localized | null {
  const words: Localized = {};
  for (const locale of locales) if (text?.[locale]) words[locale] = plainTextOf(text[locale]);
  return Object.keys(words).length ? words : null;
}

export const plain = (text: string | null | undefined): FactValue | null => (text ? { type: "plain", text } : null);
export const words = (text: Localized | null | undefined): FactValue | null => (text ? { type: "words", words: text } : null);
export const flag = (set: boolean | undefined): FactValue | null => (set === undefined ? null : { type: "flag", set });
const gradeOf = (grade: SnapshotGrade | SnapshotIrmGrade | null | undefined): FactValue | null =>
  grade ? ("fulfilled" in grade ? { type: "grade", label: grade.label, rank: grade.rank } : { type: "words", words: grade.label }) : null;
const named = ({ name }: SnapshotOrganisation): Localized => name;
/** In every language the same. */
export const anyLanguage = (text: string): Localized => Object.fromEntries(locales.map((locale) => [locale, text]));
export const evidenceName = ({ title, fileName, url }: SnapshotEvidence): Localized => title ?? anyLanguage(fileName ?? url ?? "");
const termOf = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) => plain(startsOn || endsOn ? `${startsOn ?? "…"} – ${endsOn ?? "…"}` : null);

/**
 * What two versions say differently of a commitment or milestone, in the order of the page: what the report says of it, what the
 * agency says, how it was judged, what the plan says. Something that no fact names still counts, as `other`.
 */
export function subjectChanges(before: SnapshotSubject, after: SnapshotSubject): FactChange[] {
  const facts = [...(isCommitment(before) && isCommitment(after) ? ownChanges(before, after) : []), ...updateChanges(before.update, after.update), ...assessmentsChanges(before.assessments, after.assessments), ...promiseChanges(before, after)];
  const rest = ({ milestones: _, ...subject }: SnapshotSubject) => subject;
  return facts.length === 0 && !same(rest(before), rest(after)) ? [{ name: "other", about: null, kind: "value", before: null, after: null }] : facts;
}

function isCommitment(subject: SnapshotSubject): subject is SnapshotCommitment {
  return "narrative" in subject;
}

function ownChanges(before: SnapshotCommitment, after: SnapshotCommitment): FactChange[] {
  return [
    ...textChange("narrative", wordsOf(before.narrative), wordsOf(after.narrative)), ...textChange("plainSummary", before.plainSummary, after.plainSummary), ...textChange("expectedOutcome", before.expectedOutcome, after.expectedOutcome),
    ...textChange("sourceNote", before.sourceNote, after.sourceNote), ...listChange("areas", before.thematicAreas, after.thematicAreas, ({ label }) => label), ...listChange("sdgs", before.sdgs, after.sdgs, ({ label }) => label),
  ];
}

/** What the agency says; null: nothing was accepted. */
function updateChanges(before: SnapshotUpdate | null, after: SnapshotUpdate | null): FactChange[] {
  const progress = (update: SnapshotUpdate | null): FactValue | null => update && { type: "progress", progress: update.progress };
  return [
    ...valueChange("progress", progress(before), progress(after)), ...valueChange("noProgress", flag(before?.noProgress), flag(after?.noProgress)), ...valueChange("reporter", words(before?.organisation.name), words(after?.organisation.name)),
    ...textChange("result", before?.result, after?.result), ...textChange("reasons", before?.reasons, after?.reasons), ...listChange("evidence", before?.evidence ?? [], after?.evidence ?? [], evidenceName),
    ...valueChange("accepted", plain(before?.acceptedAt.slice(0, 10)), plain(after?.acceptedAt.slice(0, 10))),
  ];
}

const assessorOf = ({ voice, organisation }: SnapshotAssessment) => JSON.stringify([voice, organisation.slug]);

function assessmentsChanges(before: readonly SnapshotAssessment[], after: readonly SnapshotAssessment[]): FactChange[] {
  const assessors = [...new Set([...before, ...after].map(assessorOf))];
  return assessors.flatMap((assessor) => assessmentChanges(before.find((one) => assessorOf(one) === assessor), after.find((one) => assessorOf(one) === assessor)));
}

function assessmentChanges(before: SnapshotAssessment | undefined, after: SnapshotAssessment | undefined): FactChange[] {
  const about = (after ?? before)?.organisation.name ?? null;
  const scales = ["completion", "verifiable", "potential", "earlyResults"] as const;
  return [
    ...valueChange("grade", gradeOf(before?.grade), gradeOf(after?.grade), about), ...scales.flatMap((scale) => valueChange(scale, gradeOf(before?.irm[scale]), gradeOf(after?.irm[scale]), about)),
    ...textChange("assessorNarrative", before?.narrative, after?.narrative, about), ...listChange("assessorEvidence", before?.evidence ?? [], after?.evidence ?? [], evidenceName, about),
    ...textChange("answer", before?.answer?.text, after?.answer?.text, about), ...valueChange("assessed", plain(before?.publishedAt.slice(0, 10)), plain(after?.publishedAt.slice(0, 10)), about),
  ];
}

/** What the plan says, which an amendment between two versions may have changed. */
function promiseChanges(before: SnapshotSubject, after: SnapshotSubject): FactChange[] {
  const partners = ({ partners: all }: SnapshotSubject) => all.map(({ role, organisation }) => ({ role, ...organisation }));
  const budget: FactChange[] = same(before.budget, after.budget) ? [] : [{ name: "budget", about: null, kind: "budget", before: before.budget, after: after.budget }];
  return [
    ...valueChange("number", plain(before.number), plain(after.number)), ...textChange("title", before.title, after.title), ...textChange("description", before.description, after.description),
    ...valueChange("term", termOf(before), termOf(after)), ...valueChange("lead", words(before.lead.name), words(after.lead.name)), ...listChange("partners", partners(before), partners(after), named),
    ...indicatorsChanges(before.indicators, after.indicators), ...listChange("sources", before.verificationSources, after.verificationSources, ({ text }) => text), ...budget,
  ];
}

function indicatorsChanges(before: readonly SnapshotIndicator[], after: readonly SnapshotIndicator[]): FactChange[] {
  const both = after.flatMap((now) => {
    const then = before.find(({ id }) => id === now.id);
    return then ? indicatorChanges(then, now) : [];
  });
  const without = (some: readonly SnapshotIndicator[], others: readonly SnapshotIndicator[]) => some.filter(({ id }) => !others.some((other) => other.id === id));
  return [...listChange("indicator", without(before, after), without(after, before), ({ text }) => text), ...both];
}

function indicatorChanges(before: SnapshotIndicator, after: SnapshotIndicator): FactChange[] {
  const about = after.text;
  return [
    ...textChange("indicator", before.text, after.text), ...valueChange("indicatorCode", plain(before.code), plain(after.code), about), ...valueChange("baseline", plain(before.baseline), plain(after.baseline), about),
    ...valueChange("target", plain(before.target), plain(after.target), about), ...valueChange("unit", words(before.unit), words(after.unit), about), ...valueChange("actual", plain(before.actual?.value), plain(after.actual?.value), about),
    ...textChange("actualText", before.actual?.text, after.actual?.text, about),
  ];
}

/** Every milestone below, by its id. */
export function milestonesOf(milestones: readonly SnapshotMilestone[]): SnapshotMilestone[] {
  return milestones.flatMap((milestone) => [milestone, ...milestonesOf(milestone.milestones)]);
}
