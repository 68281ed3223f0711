import type { useTranslations, Locale } from "next-intl";
import { pickText } from "#components/ui/localized-text.tsx";
import { commitmentOf, kindOf } from "#lib/report-sections/rules.ts";
import type { Snapshot } from "#lib/snapshots/schema.ts";

/** What readers call a section, or what is written of a commitment; a section of the Secretariat's own is called by its heading. */
export function sectionName(key: string, { sections, commitments }: Pick<Snapshot, "sections" | "commitments">, locale: Locale, t: ReturnType<typeof useTranslations<"reports.sections">>): string {
  const kind = kindOf(key);
  if (kind && kind !== "text") return t(kind);
  const commitment = commitments.find(({ id }) => id === commitmentOf(key));
  if (commitment) return [commitment.number, pickText(commitment.title, locale)?.text].filter(Boolean).join(" ");
  return pickText(sections.find((section) => section.key === key)?.heading, locale)?.text ?? t("untitled");
}
