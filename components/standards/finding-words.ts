import type { Locale, useTranslations } from "next-intl";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { Finding, Requirement } from "#lib/comments/standards/schema.ts";

type Say = ReturnType<typeof useTranslations<"standards">>;

const keys = { "1.1": "r11", "2.1": "r21", "2.2": "r22", "4": "r4", "5.1": "r51" } as const;
const reasons = ["before_standards", "before_record", "no_plan"];

/** Where the words of a requirement stand: a dot cannot be part of a key. */
export function keyOf(requirement: Requirement): string {
  return `requirement.${keys[requirement]}`;
}

/** Why the verdict is what it is, as a sentence. */
export function reasonText({ requirement, because, day, year }: Finding, t: Say, locale: Locale): string {
  const words = { year: String(year), day: day ? formatDate(day, locale) : "" };
  if (because === "before_record" && !day) return t("reason.no_record");
  return t(reasons.includes(because) ? `reason.${because}` : `${keyOf(requirement)}.${because}`, words);
}

/** How much is on record, in counts. */
export function figureText({ requirement, count, needed, year }: Finding, t: Say): string {
  return t(`${keyOf(requirement)}.figure`, { count, needed: needed ?? 0, year: String(year) });
}
