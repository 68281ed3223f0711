import { useLocale, useTranslations } from "next-intl";
import { Group } from "#components/editing/fields.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { EventRecord } from "#lib/process/events/queries.ts";

/** What was answered stays as it was asked: shown beside the form, not in it. Nothing when there is none. */
export function AnsweredRecommendations({ recommendations }: { recommendations: EventRecord["recommendations"] }) {
  const [t, status] = [useTranslations("process.event"), useTranslations("status.recommendation")];
  const locale = useLocale();
  const answered = recommendations.filter((one) => one.answered);
  if (answered.length === 0) return null;
  return (
    <Group legend={t("answered")}>
      <p>{t("answeredNote")}</p>
      <LedgerList>
        {answered.map(({ id, number, text, addressee, state }) => (
          <LedgerLine key={id} href={`/workspace/process/recommendations/${id}`} title={<>№{number} <LocalizedText value={text} locale={locale} /></>} aside={status(state)}>
            <LocalizedText value={addressee} locale={locale} />
          </LedgerLine>
        ))}
      </LedgerList>
    </Group>
  );
}
