import { eventPath } from "#lib/process/rules.ts";
import { addDays, addMonths, dayOf, daysBetween, firstDayOf, isPast, lastDayOf } from "#lib/record/terms/rules.ts";
import { forumKinds, frequencies, requirements, type Contribution, type Finding, type LoggedEvent, type NextDate, type Proof, type Publication, type Requirement, type Running, type StandardsRecord } from "./schema.ts";

const nothing = { path: null, title: null, number: null, on: null, of: null, answeredOn: null, dueOn: null } as const;

function ofEvent(event: LoggedEvent): Proof {
  return { ...nothing, kind: "event", path: eventPath(event.slug), title: event.title, on: event.startsOn };
}

function ofPublication({ path, title, number, on, kind }: Publication): Proof {
  return { ...nothing, kind: "publication", path, title, number, on, of: kind };
}

function ofContribution(contribution: Contribution): Proof {
  const { path, about, receivedOn, kind, answeredOn } = contribution;
  return { ...nothing, kind: "contribution", path, title: about, on: receivedOn, of: kind, answeredOn, dueOn: dueDay(contribution) };
}

/** The day by whose end a contribution is to have its response. */
export function dueDay({ receivedOn, days }: { receivedOn: string; days: number }): string {
  return addDays(receivedOn, days);
}

type Dated = LoggedEvent & { startsOn: string };

const lastDayOfEvent = (event: Dated): string => event.endsOn ?? event.startsOn;

/** What took place: its day is stated, it was not cancelled, and its last day is over in Tbilisi. Oldest first. */
export function tookPlace(events: readonly LoggedEvent[], now: Date): Dated[] {
  const dated = events.filter((event): event is Dated => event.startsOn !== null && !event.cancelled);
  return dated.filter((event) => isPast(lastDayOfEvent(event), now)).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

/** True for a meeting of the space for dialogue: called so, or of the group that is the forum. */
export function isForumMeeting(event: Pick<LoggedEvent, "kind" | "ofForum">): boolean {
  return event.kind === "forum_meeting" || (event.ofForum && forumKinds.includes(event.kind));
}

/** True for a meeting at which results were presented and civil society was there. */
export function presentsToCivilSociety(event: Pick<LoggedEvent, "presentsResults" | "sectors">): boolean {
  return event.presentsResults && event.sectors.includes("civil_society");
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const later = (one: string, other: string): string => (one > other ? one : other);

/** The first day from which the record tells of the Secretariat; null: it tells of nothing. */
export function onRecordSince(record: StandardsRecord, now: Date): string | null {
  const days = [
    ...(record.onSiteSince ? [record.onSiteSince] : []),
    ...tookPlace(record.events, now).map(({ startsOn }) => startsOn),
    ...record.publications.map(({ on }) => on),
    ...record.contributions.map(({ receivedOn }) => receivedOn),
  ];
  return days.sort()[0] ?? null;
}

/** The first day of a year on which a plan was running or reported on; null: none was. */
function runningFrom(running: readonly Running[], year: number): string | null {
  const own = running.filter(({ startsOn, endsOn }) => yearOf(firstDayOf(startsOn)) <= year && year <= yearOf(lastDayOf(endsOn)));
  return own.map(({ startsOn }) => later(firstDayOf(startsOn), `${year}-01-01`)).sort()[0] ?? null;
}

/** Why a year cannot be judged: before the Standards, before the record, or while no plan was running. Null: it can. */
export function whyNot(record: StandardsRecord, year: number, now: Date): { because: "before_standards" | "before_record" | "no_plan"; day: string | null } | null {
  if (year < yearOf(frequencies.inForceSince)) return { because: "before_standards", day: frequencies.inForceSince };
  const since = onRecordSince(record, now);
  if (!since || yearOf(since) > year) return { because: "before_record", day: since };
  return runningFrom(record.running, year) ? null : { because: "no_plan", day: null };
}

/** The day from which a year that can be judged is: its first, unless the plan or the record begins later. */
function judgedFrom(record: StandardsRecord, year: number, now: Date): string {
  return later(runningFrom(record.running, year) ?? `${year}-01-01`, onRecordSince(record, now) ?? "");
}

function nextDate(on: string, now: Date, announced: readonly LoggedEvent[]): NextDate {
  const today = dayOf(now);
  const coming = announced.filter((event): event is Dated => event.startsOn !== null && !event.cancelled && (event.endsOn ?? event.startsOn) >= today).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return { on, daysOver: isPast(on, now) ? daysBetween(on, today) : null, announced: coming[0] ? ofEvent(coming[0]) : null };
}

function finding(requirement: Requirement, year: number, rest: Partial<Finding> & Pick<Finding, "verdict" | "because">): Finding {
  return { requirement, year, count: 0, needed: null, day: null, proof: [], beside: [], next: null, ...rest };
}

/** From when the Secretariat is held to meet: the first day of the judged years that run up to this one. */
function watchedFrom(record: StandardsRecord, year: number, now: Date): string {
  let first = year;
  while (!whyNot(record, first - 1, now)) first -= 1;
  return judgedFrom(record, first, now);
}

/** Gaps between meetings: from the last day of one, or the day of the beginning, to `until` (null: none has come since). */
function gapsOf(meetings: readonly Dated[], from: string): { due: string; until: string | null; opening: boolean }[] {
  const before = meetings.filter((meeting) => lastDayOfEvent(meeting) < from).at(-1);
  const kept = before && addMonths(lastDayOfEvent(before), frequencies.forumMonths) >= from ? lastDayOfEvent(before) : null;
  const next = meetings.filter((meeting) => lastDayOfEvent(meeting) >= from);
  const starts = [kept ?? from, ...next.map(lastDayOfEvent)];
  return starts.map((start, index) => ({ due: addMonths(start, frequencies.forumMonths), until: next[index]?.startsOn ?? null, opening: index === 0 && kept === null }));
}

/** 1.1: never more than six months from one meeting of the forum to the next. A gap belongs to the years in which it is too long. */
function measureForum(record: StandardsRecord, year: number, now: Date): Finding {
  const meetings = tookPlace(record.events, now).filter(isForumMeeting);
  const proof = meetings.filter(({ startsOn }) => yearOf(startsOn) === year).map(ofEvent);
  const figures = { count: proof.length, proof };
  const reason = whyNot(record, year, now);
  if (reason) return finding("1.1", year, { verdict: "not_computed", ...reason, ...figures });
  const today = dayOf(now);
  const gaps = gapsOf(meetings, watchedFrom(record, year, now));
  const open = gaps.at(-1);
  const next = open && yearOf(today) === year ? nextDate(open.due, now, record.events.filter(isForumMeeting)) : null;
  const late = gaps.findLast(({ due, until }) => due < (until ?? today) && yearOf(addDays(due, 1)) <= year && (until === null || until > `${year}-01-01`));
  if (late) return finding("1.1", year, { verdict: "not_met", because: late.until && yearOf(late.until) <= year ? "late" : "missing", day: late.due, ...figures, next });
  const opening = gaps.find((gap) => gap.opening);
  const begun = opening && (opening.until === null || yearOf(opening.until) > year);
  if (begun) return finding("1.1", year, { verdict: "not_computed", because: "first_due", day: opening.due, ...figures, next });
  const last = meetings.findLast(({ startsOn }) => yearOf(startsOn) <= year);
  return finding("1.1", year, { verdict: "met", because: "met", day: last ? lastDayOfEvent(last) : null, ...figures, next });
}

/** 2.1: a public site about the Secretariat's part in OGP; this one, once a plan of it is published here. */
function measureSite(record: StandardsRecord, year: number, now: Date): Finding {
  if (year !== yearOf(dayOf(now))) return finding("2.1", year, { verdict: "not_computed", because: "today_only" });
  const proof = record.plans.map(({ slug, title }): Proof => ({ ...nothing, kind: "plan", path: `/plans/${slug}`, title }));
  const met = proof.length > 0;
  return finding("2.1", year, { verdict: met ? "met" : "not_met", because: met ? "met" : "missing", count: proof.length, proof });
}

/** What both requirements that count a year say: enough, too few, or not over yet. */
function counted(requirement: Requirement, year: number, record: StandardsRecord, now: Date, figures: { count: number; needed: number; proof: Proof[]; beside: Proof[]; announced: readonly LoggedEvent[] }): Finding {
  const { announced, ...rest } = figures;
  const reason = whyNot(record, year, now);
  // Without a running plan nothing is asked for; who does it all the same has done it.
  if (rest.count >= rest.needed && reason?.because !== "before_standards") return finding(requirement, year, { verdict: "met", because: "met", ...rest });
  if (reason) return finding(requirement, year, { verdict: "not_computed", ...reason, ...rest });
  const last = `${year}-12-31`;
  if (!isPast(last, now)) return finding(requirement, year, { verdict: "not_computed", because: "year_open", day: last, ...rest, next: nextDate(last, now, announced.filter(({ startsOn }) => startsOn !== null && yearOf(startsOn) === year)) });
  const from = judgedFrom(record, year, now);
  if (from > `${year}-01-01`) return finding(requirement, year, { verdict: "not_computed", because: "partial_year", day: from, ...rest });
  return finding(requirement, year, { verdict: "not_met", because: "too_few", day: last, ...rest });
}

/** 2.2: on at least two days of the year something was added: a logged update of the repository, or updates with evidence, assessments, reports. */
function measureRepository(record: StandardsRecord, year: number, now: Date): Finding {
  const updates = record.events.filter(({ kind }) => kind === "repository_update");
  const events = tookPlace(updates, now).filter(({ startsOn }) => yearOf(startsOn) === year);
  const published = record.publications.filter(({ on }) => yearOf(on) === year);
  const proof = [...events.map(ofEvent), ...published.map(ofPublication)].sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : 1));
  return counted("2.2", year, record, now, { count: new Set(proof.map(({ on }) => on)).size, needed: frequencies.repositoryUpdates, proof, beside: [], announced: updates });
}

/** 5.1: at least two meetings a year at which results were presented and civil society was present. */
function measureResults(record: StandardsRecord, year: number, now: Date): Finding {
  const presenting = record.events.filter(({ presentsResults }) => presentsResults);
  const held = tookPlace(presenting, now).filter(({ startsOn }) => yearOf(startsOn) === year);
  const proof = held.filter(presentsToCivilSociety).map(ofEvent);
  const beside = held.filter((event) => !presentsToCivilSociety(event)).map(ofEvent);
  return counted("5.1", year, record, now, { count: proof.length, needed: frequencies.resultsMeetings, proof, beside, announced: presenting });
}

/** 4: everything that was received in the year has its response, or is not due yet; this year is asked about what is left of earlier ones as well. */
function measureResponses(record: StandardsRecord, year: number, now: Date): Finding {
  const current = year === yearOf(dayOf(now));
  const received = record.contributions.filter(({ receivedOn, answeredOn }) => yearOf(receivedOn) === year || (current && answeredOn === null));
  const answered = received.filter(({ answeredOn }) => answeredOn !== null).sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
  const waiting = received.filter(({ answeredOn }) => answeredOn === null).sort((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1));
  const figures = { count: answered.length, needed: received.length, proof: answered.map(ofContribution), beside: waiting.map(ofContribution) };
  if (year < yearOf(frequencies.inForceSince)) return finding("4", year, { verdict: "not_computed", because: "before_standards", day: frequencies.inForceSince, ...figures });
  const oldest = waiting[0];
  if (!oldest) return finding("4", year, received.length > 0 ? { verdict: "met", because: "met", ...figures } : { verdict: "not_computed", because: "none_received", ...figures });
  const next = nextDate(dueDay(oldest), now, []);
  const late = next.daysOver !== null;
  return finding("4", year, { verdict: late ? "not_met" : "not_computed", because: late ? "overdue" : "waiting", day: next.on, ...figures, next: current ? next : null });
}

const measures: Record<Requirement, (record: StandardsRecord, year: number, now: Date) => Finding> = {
  "1.1": measureForum, "2.1": measureSite, "2.2": measureRepository, "4": measureResponses, "5.1": measureResults,
};

/** Every requirement in one year, from the record alone. */
export function measure(record: StandardsRecord, year: number, now: Date): Finding[] {
  return requirements.map((requirement) => measures[requirement](record, year, now));
}

/** The years that can be looked at: from the first of the Standards to the current one in Tbilisi, the newest first. */
export function yearsOf(now: Date): number[] {
  const current = yearOf(dayOf(now));
  const first = yearOf(frequencies.inForceSince);
  return Array.from({ length: Math.max(1, current - first + 1) }, (_, index) => current - index);
}
