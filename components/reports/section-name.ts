import type { useTranslations, Locale } from "next-intl";
import { pickText } from "#components/ui/localized-text.tsx";
import { findSection, type NamedSection } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";

type Say = ReturnType<typeof useTranslations<"reports.sections">>;

/** What readers call a section, or what is written of a commitment; a section of the Secretariat's own is called by its heading. */
export function nameOfSection({ kind, number, title, vocabulary }: NamedSection, locale: Locale, t: Say): string {
  if (kind === "commitments" && vocabulary === "activity") return t("activities");
  if (kind !== "text" && kind !== "commitment") return t(kind);
  const words = pickText(title, locale)?.text;
  if (kind === "text") return words || t("untitled");
  return [number, words || t("notTitled")].filter(Boolean).join(" ");
}

/** As {@link nameOfSection}, of the section of a report by its key. */
export function sectionName(key: string, snapshot: Pick<Snapshot, "sections" | "commitments" | "plan">, locale: Locale, t: Say): string {
  const section = findSection(snapshot, key);
  return section ? nameOfSection(section, locale, t) : t("untitled");
}
