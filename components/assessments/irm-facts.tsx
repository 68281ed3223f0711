import { useTranslations, type Locale } from "next-intl";
import { FactList } from "#components/ui/fact-list.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { IrmView } from "#lib/assessments/queries.ts";
import { irmAxes } from "#lib/assessments/schema.ts";

/** What was judged by IRM's scales, scale by scale; nothing when by none. */
export function IrmFacts({ irm, locale }: { irm: IrmView; locale: Locale }) {
  const t = useTranslations("assessments.irm");
  const facts = irmAxes.flatMap((axis) => (irm[axis] ? [{ label: t(axis), value: <LocalizedText value={irm[axis].label} locale={locale} /> }] : []));
  return facts.length ? <FactList facts={facts} /> : null;
}
