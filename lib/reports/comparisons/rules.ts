import { findSection, type NamedSection } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotCommitment, SnapshotEvent, SnapshotMilestone, SnapshotPart, SnapshotSection, SnapshotSubject, SnapshotTally } from "#lib/reports/snapshots/schema.ts";
import { anyLanguage, evidenceName, flag, listChange, milestonesOf, plain, same, subjectChanges, textChange, valueChange, words, wordsOf } from "#lib/reports/subject-comparisons/rules.ts";
import type { FactChange } from "#lib/reports/subject-comparisons/schema.ts";
import type { ChangeState, ComparedVersion, ComparedVersions, EventChange, FigureChange, ReportComparison, SectionChange, SubjectChange } from "./schema.ts";

/**
 * Which two versions are compared: what was asked for, else the first on which the public was asked with the newest one.
 * `versions` in any order. Null when there are not two, or one that is named does not exist.
 */
export function versionsToCompare(versions: readonly { number: number; stage: string }[], { from, to }: ComparedVersions): { from: number; to: number } | null {
  const numbers = versions.map(({ number }) => number).toSorted((a, b) => a - b);
  const asked = versions.filter(({ stage }) => stage === "consultation").map(({ number }) => number);
  const after = to ?? numbers.at(-1);
  const before = from ?? (asked.length ? Math.min(...asked) : numbers[0]);
  if (after === undefined || before === undefined || before === after || !numbers.includes(before) || !numbers.includes(after)) return null;
  return { from: Math.min(before, after), to: Math.max(before, after) };
}

/** What is different in the newer of two versions, section by section, fact by fact. */
export function compareReports(before: Snapshot, after: Snapshot): ReportComparison {
  return {
    before: versionOf(before), after: versionOf(after),
    title: same(before.report.title, after.report.title) ? null : { before: before.report.title, after: after.report.title },
    sections: sectionChanges(before, after), order: orderChange(before, after), figures: figureChanges(before.summary, after.summary), plan: planChanges(before, after),
    subjects: subjectsChanges(before, after), events: eventsChanges(before.events, after.events), comments: newComments(before, after),
  };
}

/** True when two versions say the same in everything that is compared. */
export function saysTheSame({ title, sections, order, figures, plan, subjects, events, comments }: ReportComparison): boolean {
  return !title && !order && comments === 0 && [sections, figures, plan, subjects, events].every((changes) => changes.length === 0);
}

function versionOf({ report: { version, stage, publishedAt } }: Snapshot): ComparedVersion {
  return { number: version, stage, publishedAt };
}

/** Both sides of everything by its key, in the order of the newer version; what went out stands last. */
function paired<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): { then: T | undefined; now: T | undefined; state: ChangeState }[] {
  const find = (items: readonly T[], key: string) => items.find((item) => keyOf(item) === key);
  const gone = before.filter((item) => !find(after, keyOf(item)));
  return [
    ...after.map((now) => ({ then: find(before, keyOf(now)), now, state: find(before, keyOf(now)) ? ("changed" as const) : ("added" as const) })),
    ...gone.map((then) => ({ then, now: undefined, state: "removed" as const })),
  ];
}

const nothingIn = ({ body, heading }: SnapshotSection) => body === null && heading === null;

/** A standing section in which nothing is written has neither come nor gone. */
function sectionChanges(before: Snapshot, after: Snapshot): SectionChange[] {
  return paired(before.sections, after.sections, ({ key }) => key).flatMap(({ then, now, state }) => {
    const section = now ? findSection(after, now.key) : then ? findSection(before, then.key) : null;
    const [old, next] = [wordsOf(then?.body), wordsOf(now?.body)];
    const one = now ?? then;
    if (!section || !one || (state !== "changed" && nothingIn(one)) || (same(then?.body, now?.body) && same(then?.heading, now?.heading))) return [];
    return [{ section, state, heading: same(then?.heading, now?.heading) ? null : { before: then?.heading ?? null, after: now?.heading ?? null }, body: same(then?.body, now?.body) ? null : { before: old, after: next } }];
  });
}

function orderChange(before: Snapshot, after: Snapshot): ReportComparison["order"] {
  const keys = ({ sections }: Snapshot) => sections.map(({ key }) => key);
  const [old, now] = [keys(before), keys(after)];
  const inBoth = (some: string[]) => some.filter((key) => old.includes(key) && now.includes(key));
  const named = (of: Snapshot, some: string[]): NamedSection[] => some.flatMap((key) => findSection(of, key) ?? []);
  return same(inBoth(old), inBoth(now)) ? null : { before: named(before, inBoth(old)), after: named(after, inBoth(now)) };
}

function figureChanges(before: Snapshot["summary"], after: Snapshot["summary"]): FigureChange[] {
  return (["commitments", "milestones"] as const).flatMap((of) => tallyChanges(of, before[of], after[of])).filter((change) => change.before !== change.after);
}

function tallyChanges(of: FigureChange["of"], before: SnapshotTally, after: SnapshotTally): FigureChange[] {
  const grades = paired(before.fulfilment, after.fulfilment, ({ code }) => code);
  return [
    { of, axis: "total", before: before.total, after: after.total },
    ...paired(before.progress, after.progress, ({ status }) => status).flatMap(({ then, now }): FigureChange[] => {
      const status = (now ?? then)?.status;
      return status ? [{ of, axis: "progress", status, before: then?.count ?? 0, after: now?.count ?? 0 }] : [];
    }),
    { of, axis: "progress", status: null, before: before.notReported, after: after.notReported },
    ...grades.flatMap(({ then, now }): FigureChange[] => {
      const grade = now ?? then;
      return grade ? [{ of, axis: "fulfilment", grade: grade.label, rank: grade.rank, before: then?.count ?? 0, after: now?.count ?? 0 }] : [];
    }),
    { of, axis: "fulfilment", grade: null, rank: -1, before: before.notAssessed, after: after.notAssessed },
  ];
}

function planChanges({ plan: before, parts: oldParts, crosswalk: oldCrosswalk }: Snapshot, { plan: after, parts, crosswalk }: Snapshot): FactChange[] {
  const facts = [
    ...textChange("title", before.title, after.title), ...valueChange("term", plain(`${before.startsOn} – ${before.endsOn}`), plain(`${after.startsOn} – ${after.endsOn}`)), ...valueChange("locality", words(before.locality), words(after.locality)),
    ...valueChange("secretariat", words(before.secretariat.name), words(after.secretariat.name)),
    ...listChange("legalActs", before.legalActs, after.legalActs, ({ number, date, title }) => title ?? anyLanguage(`№${number}, ${date}`)),
    ...listChange("scale", before.scale.grades, after.scale.grades, ({ label }) => label), ...listChange<SnapshotPart>("part", oldParts, parts, ({ title }) => title),
    ...valueChange("crosswalk", plain(oldCrosswalk?.number.toString()), plain(crosswalk?.number.toString())),
  ];
  return facts.length === 0 && !same({ before, oldCrosswalk }, { before: after, oldCrosswalk: crosswalk }) ? [{ name: "other", about: null, kind: "value", before: null, after: null }] : facts;
}

/** Each commitment and, under it, its milestones; a commitment that came or went says that of its milestones too. */
function subjectsChanges(before: Snapshot, after: Snapshot): SubjectChange[] {
  return paired(before.commitments, after.commitments, ({ id }) => id).flatMap(({ then, now, state }) => {
    const commitment = now ?? then;
    if (!commitment) return [];
    const own = subjectChange({ then, now, state }, "commitment", commitment);
    if (state !== "changed") return own;
    const milestones = paired(milestonesOf(then?.milestones ?? []), milestonesOf(now?.milestones ?? []), ({ id }) => id);
    return [...own, ...milestones.flatMap((pair) => subjectChange<SnapshotMilestone>(pair, "milestone", commitment))];
  });
}

function subjectChange<T extends SnapshotSubject>({ then, now, state }: { then: T | undefined; now: T | undefined; state: ChangeState }, kind: SubjectChange["kind"], { slug }: SnapshotCommitment): SubjectChange[] {
  const subject = now ?? then;
  const facts = then && now ? subjectChanges(then, now) : [];
  return !subject || (state === "changed" && facts.length === 0) ? [] : [{ id: subject.id, kind, number: subject.number, title: subject.title, slug, state, facts }];
}

function eventsChanges(before: readonly SnapshotEvent[], after: readonly SnapshotEvent[]): EventChange[] {
  return paired(before, after, ({ id }) => id).flatMap(({ then, now, state }) => {
    const event = now ?? then;
    const facts = then && now ? eventChanges(then, now) : [];
    return !event || (state === "changed" && facts.length === 0) ? [] : [{ id: event.id, slug: event.slug, title: event.title, startsOn: event.startsOn, state, facts }];
  });
}

function eventChanges(before: SnapshotEvent, after: SnapshotEvent): FactChange[] {
  const days = ({ startsOn, endsOn }: SnapshotEvent) => plain(endsOn ? `${startsOn} – ${endsOn}` : startsOn);
  const facts = [
    ...textChange("title", before.title, after.title), ...valueChange("days", days(before), days(after)), ...valueChange("cancelled", flag(before.cancelled), flag(after.cancelled)), ...textChange("cancelReason", before.cancelReason, after.cancelReason),
    ...valueChange("presentsResults", flag(before.presentsResults), flag(after.presentsResults)), ...valueChange("group", words(before.group), words(after.group)), ...valueChange("place", words(before.place), words(after.place)), ...valueChange("url", plain(before.url), plain(after.url)),
    ...textChange("summary", before.summary, after.summary), ...textChange("agenda", before.agenda, after.agenda), ...textChange("minutes", before.minutes, after.minutes),
    ...listChange("attendance", before.attendance, after.attendance, ({ organisation, name, people, sector }) => organisation?.name ?? name ?? anyLanguage(`${sector}: ${people ?? "?"}`)),
    ...listChange("decisions", before.decisions, after.decisions, ({ text }) => text), ...listChange("recommendations", before.recommendations, after.recommendations, ({ text }) => text), ...listChange("evidence", before.evidence, after.evidence, evidenceName),
  ];
  return facts.length === 0 && !same(before, after) ? [{ name: "other", about: null, kind: "value", before: null, after: null }] : facts;
}

function newComments(before: Snapshot, after: Snapshot): number {
  const there = new Set(before.comments?.published.map(({ id }) => id));
  return (after.comments?.published ?? []).filter(({ id }) => !there.has(id)).length;
}
