import { localize, locales, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { formatBytes, formatDate, formatMoney, formatNumber, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** One thing that a snapshot states, where it states it, and how it is said in texts and in tables; null: there it needs not be said. */
export interface Fact {
  /** `commitments.milestones.update.progress`: lists without their places. */
  path: string;
  inText: string | null;
  inTables: string | null;
}

interface Told {
  say: Say;
  locale: Locale;
  /** The object in which the value stands, and the one around it. */
  beside: Record<string, unknown>;
  around: Record<string, unknown>;
}

type Saying = (value: never, told: Told) => [inText: string | null, inTables: string | null];

const silent: Saying = () => [null, null];
const asIs: Saying = (value: string | number) => [String(value), String(value)];
const partialDate: Saying = (value: string, { locale }) => [formatPartialDate(value, locale), value];
const instant: Saying = (value: string, { locale }) => [formatDate(new Date(value), locale), dayOf(new Date(value))];
const decimal: Saying = (value: string, { locale }) => [formatNumber(value, locale, 6), String(Number(value))];
const word = (key: (value: string) => string): Saying => (value: string, { say }) => [say(key(value)), say(key(value))];
/** Read by machines, said nowhere; tables have it as a key. */
const key: Saying = (value: string) => [null, value];
const progress = word((status) => `status.progress.${status}`);
const disposition = word((code) => `status.disposition.${code}`);
/** How many of how many; none need not be said in a text. */
const share = (of: "beside" | "around"): Saying => (count: number, { say, [of]: { total } }) => [count > 0 ? say("reports.summary.of", { count, total: Number(total) }) : null, String(count)];
/** Said only when it is so. */
const whenTrue = (inText: string | null): Saying => (value: boolean, { say }) => (value ? [inText && say(inText), say("report-tables.yes")] : [null, null]);

/**
 * How each field is said, by the end of its path; the longest that fits. A field that nobody has thought of has none, and
 * {@link factsOf} refuses the snapshot.
 */
const sayings: Record<string, Saying> = {
  id: silent, parentId: silent, partId: silent, verificationSourceId: silent, rank: silent, format: key, slug: silent, key: silent, code: silent,
  "commitments.slug": key, "events.slug": key, "plan.slug": key, "report.slug": silent, "period.slug": silent, "grades.code": key, "grades.rank": (value: number) => [null, String(value)],
  "grades.fulfilled": whenTrue(null), fulfilled: silent, "indicators.code": asIs, "refused.code": word((code) => `comments.reason.${code}`),
  number: asIs, "sdgs.number": (value: number) => [String(value), null], "progress.count": share("around"), "fulfilment.count": share("around"), notReported: share("beside"), notAssessed: share("beside"), total: asIs, "refused.count": asIs, people: asIs, version: asIs, url: asIs, fileName: asIs, sha256: asIs, mediaType: key,
  size: (value: number, { locale }) => [formatBytes(value, locale), String(value)],
  startsOn: partialDate, endsOn: partialDate, opensOn: partialDate, date: partialDate, dueOn: partialDate, on: partialDate, acceptedAt: instant, publishedAt: instant, respondedAt: instant, recordedAt: instant,
  baseline: decimal, target: decimal, value: decimal, amount: (value: string, { locale, beside }) => [formatMoney(value, String(beside.currency), locale), String(Number(value))], currency: key, programmeCode: asIs,
  noAdditionalCost: whenTrue("reports.facts.noAdditionalCost"), noProgress: whenTrue("reports.voices.noProgress"), cancelled: whenTrue("report-files.event.cancelled"), presentsResults: whenTrue("report-files.event.presentsResults"),
  progress, status: progress, "tally.status": progress, disposition,
  voice: word((voice) => `status.voice.${voice}`), role: silent, sector: word((sector) => `status.sector.${sector}`), level: word((level) => `status.planLevel.${level}`),
  "report.kind": word((kind) => `reports.kind.${kind}`), "period.kind": (value: string, { say }) => [null, say(`status.periodKind.${value}`)], "parts.kind": word((kind) => `status.partKind.${kind}`),
  "events.kind": word((kind) => `status.eventKind.${kind}`), "evidence.kind": (value: string, { say }) => [null, say(`status.evidenceKind.${value}`)], "sections.kind": silent, stage: word((stage) => `status.reportStage.${stage}`),
  countryCode: (value: string, { locale }) => [locale === "ka" ? "საქართველო" : "Georgia", value], vocabulary: silent, locale: (value: string, { say }) => [null, say(`ui.languages.${value}`)],
  author: asIs, body: asIs, reportVersion: asIs, sectionKey: silent, grade: silent,
};

function sayingOf(path: string): Saying | undefined {
  const steps = path.split(".");
  return steps.map((_, from) => sayings[steps.slice(from).join(".")]).find(Boolean);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const inLanguages = (value: Record<string, unknown>) => Object.keys(value).length > 0 && Object.keys(value).every((name) => (locales as readonly string[]).includes(name));

/** Words and links of a rich text, whatever they stand in. */
function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (!isRecord(node)) return [];
  const own = typeof node.text === "string" ? [node.text] : [];
  const links = isRecord(node.attrs) && typeof node.attrs.href === "string" ? [node.attrs.href] : [];
  return [...own, ...links, ...wordsOf(node.content), ...wordsOf(node.marks)];
}

/** Paragraphs and lines are set apart by each format in its own way. */
function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

function walk(value: unknown, path: string, told: Told): Fact[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => walk(item, path, told));
  if (isRecord(value)) {
    if (!inLanguages(value)) return Object.entries(value).flatMap(([name, item]) => walk(item, path ? `${path}.${name}` : name, { ...told, beside: value, around: told.beside }));
    const own = value[told.locale] ?? locales.map((locale) => value[locale]).find(Boolean);
    const texts = isRecord(own) ? wordsOf(own) : linesOf(localize(value as Localized, told.locale)?.text ?? "");
    return texts.map((text) => ({ path, inText: text, inTables: text }));
  }
  const saying = sayingOf(path);
  if (!saying) throw new Error(`nobody says how ${path} is told`);
  const [inText, inTables] = saying(value as never, told);
  const lines = (said: string | null) => (said === null ? [] : linesOf(said));
  return [...lines(inText).map((line): Fact => ({ path, inText: line, inTables: null })), ...lines(inTables).map((line): Fact => ({ path, inText: null, inTables: line }))];
}

/** Everything that a snapshot states, field by field, in the words of one language. */
export function factsOf(snapshot: Snapshot, say: Say, locale: Locale): Fact[] {
  return walk(snapshot, "", { say, locale, beside: {}, around: {} });
}
