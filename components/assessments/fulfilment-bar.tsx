import { useTranslations, type Locale } from "next-intl";
import { LocalizedText, pickText, type Texts } from "#components/ui/localized-text.tsx";
import { StepBar } from "#components/ui/step-bar.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";

interface Props {
  /** `rank` 0 is the worst grade of the scale and is drawn with no filled step. */
  grade: { label: Texts; rank: number };
  /** How many grades the scale has. */
  of: number;
  /** Whose judgement and when; left out where a heading says it. */
  judged?: { assessor: Texts; at: Date | string };
  locale: Locale;
}

/** What an assessor judges: steps of the scale, its word, whose judgement and when. */
export function FulfilmentBar({ grade, of, judged, locale }: Props) {
  const t = useTranslations("status");
  const detail = judged && t("judgedBy", { assessor: pickText(judged.assessor, locale)?.text ?? "", date: formatDate(judged.at, locale) });
  return <StepBar filled={grade.rank === 0 ? 0 : grade.rank + 1} of={of} word={<LocalizedText value={grade.label} locale={locale} />} detail={detail} />;
}
