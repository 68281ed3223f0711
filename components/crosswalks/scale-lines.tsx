import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { ScaleLine } from "#lib/assessments/crosswalks/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";

/** Scales of Secretariats as lines, each with whether it is recorded how it reads on IRM's. */
export function ScaleLines({ lines, hrefFor, locale }: { lines: readonly ScaleLine[]; hrefFor: (line: ScaleLine) => string; locale: Locale }) {
  const t = useTranslations("crosswalks");
  return (
    <LedgerList>
      {lines.map((line) => (
        <LedgerLine key={`${line.secretariatId} ${line.scaleCode}`} href={hrefFor(line)} title={t("workspace.open", { scale: pickText(line.scale.label, locale)?.text ?? line.scaleCode, secretariat: pickText(line.secretariat.name, locale)?.text ?? line.secretariat.slug })}>
          {line.recordedAt ? t("own.recorded", { number: line.number, date: formatDate(line.recordedAt, locale) }) : t("own.none")}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}

/** The steps of one of IRM's scales in words. */
export function IrmSteps({ steps, locale }: { steps: readonly { code: string; label: ScaleLine["scale"]["label"] }[]; locale: Locale }) {
  return steps.map(({ code, label }, index) => (
    <span key={code}>{index > 0 && " · "}<LocalizedText value={label} locale={locale} /></span>
  ));
}
