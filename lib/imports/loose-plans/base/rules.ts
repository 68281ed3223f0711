import type { FileMilestone } from "#lib/imports/plan-files/schema.ts";

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is Fields => isFields(value) && Object.keys(value).every((key) => /^[a-z]{2}$/.test(key));

/** A text in the document's language, with the languages that only the record has. */
function withTranslations(before: unknown, now: unknown): unknown {
  return isText(before) && isText(now) ? { ...before, ...now } : now;
}

/** Lines that say the same in a language that both have: baseline, unit and translations of the record stay. */
function sameLine(before: unknown, now: unknown): boolean {
  if (!isFields(before) || !isFields(now) || !isText(before.text) || !isText(now.text)) return false;
  const [there, here] = [before.text, now.text];
  return Object.keys(here).every((language) => here[language] === there[language]);
}

function linesKept(before: unknown, now: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(now)) return now;
  return now.map((line: unknown) => {
    const same: unknown = before.find((other) => sameLine(other, line));
    return isFields(same) && isFields(line) ? { ...same, ...line, text: withTranslations(same.text, line.text) } : line;
  });
}

/** An entry as the document states it, with what only the record has: translations, notes, themes. */
export function keepOthers(before: Fields | null, now: Fields): Fields {
  if (!before) return now;
  const merged = Object.entries(now).map(([key, value]) => [key, Array.isArray(value) ? linesKept(before[key], value) : withTranslations(before[key], value)]);
  return { ...before, ...Object.fromEntries(merged) as Fields };
}

/** Milestones are the same by their numbers. */
export function milestonesKept(before: readonly FileMilestone[], now: readonly Fields[]): Fields[] {
  return now.map((milestone) => {
    const same = before.find(({ number }) => number === milestone.number);
    const kept = keepOthers(same ? { ...same } : null, milestone);
    return Array.isArray(milestone.milestones) ? { ...kept, milestones: milestonesKept(same?.milestones ?? [], milestone.milestones.filter(isFields)) } : kept;
  });
}
