import { useTranslations, type Locale } from "next-intl";
import { useErrorWords } from "#components/forms/error-words.ts";
import { TakeFocus } from "#components/forms/take-focus.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatList } from "#lib/platform/i18n/formats.ts";
import type { Line } from "./use-lines.ts";
import type { Report } from "./use-sending.ts";

/** Which reports went and which did not, and why. */
export function SentReport({ report, lines, locale }: { report: Report; lines: readonly Line[]; locale: Locale }) {
  const t = useTranslations("reporting.screen.report");
  const say = useErrorWords();
  const numberOf = (id: string) => lines.find((line) => line.id === id)?.item.subject.number ?? "";
  const { kind, went, kept } = report;
  return (
    <TakeFocus when={String(report.number)}>
      {went.length > 0 && <Notice tone="success" title={t(`${kind}.title`, { count: went.length })}><p>{t(`${kind}.text`, { numbers: formatList(went.map(numberOf), locale) })}</p></Notice>}
      {kept.length > 0 && (
        <Notice tone="error" title={t("notSent", { count: kept.length })}>
          <ul>{kept.map(({ id, code }) => <li key={id}>{numberOf(id)}: {say(code)}</li>)}</ul>
        </Notice>
      )}
    </TakeFocus>
  );
}
