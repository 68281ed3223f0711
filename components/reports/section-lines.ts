import type { useTranslations, Locale } from "next-intl";
import { pickText } from "#components/ui/localized-text.tsx";
import { commitmentKey } from "#lib/reports/sections/rules.ts";
import type { SectionKind } from "#lib/reports/sections/schema.ts";
import { languagesOf, localizeRichText, plainTextOf } from "#lib/record/rich-text/rules.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { sectionName } from "./section-name.ts";

/** A section of a report as a line of its composer. */
export interface SectionLine {
  key: string;
  kind: SectionKind | "commitment";
  name: string;
  /** In which it is written. */
  languages: Locale[];
  /** How its text begins. */
  lead: { text: string; lang: Locale } | null;
}

/** Characters of a text that a line shows. */
const shown = 140;

function leadOf(body: LocalizedRichText | null, locale: Locale): SectionLine["lead"] {
  const picked = localizeRichText(body, locale);
  if (!picked) return null;
  const text = plainTextOf(picked.text).replace(/\s+/g, " ").trim();
  return { text: text.length > shown ? `${text.slice(0, shown).toWellFormed().trimEnd()}…` : text, lang: picked.lang };
}

/** The sections in their order, and what is written of each commitment in the plan's. */
export function sectionLines(snapshot: Snapshot, locale: Locale, t: ReturnType<typeof useTranslations<"reports.sections">>): { sections: SectionLine[]; commitments: SectionLine[] } {
  const line = (key: string, kind: SectionLine["kind"], name: string, body: LocalizedRichText | null): SectionLine => ({ key, kind, name, languages: languagesOf(body), lead: leadOf(body, locale) });
  return {
    sections: snapshot.sections.map(({ key, kind, body }) => line(key, kind, sectionName(key, snapshot, locale, t), body)),
    commitments: snapshot.commitments.map(({ id, number, title, narrative }) => line(commitmentKey(id), "commitment", [number, pickText(title, locale)?.text ?? t("notTitled")].filter(Boolean).join(" "), narrative)),
  };
}
