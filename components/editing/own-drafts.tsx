import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { OwnDraft } from "#lib/editing/drafts/queries.ts";
import { calledIn } from "#lib/editing/drafts/rules.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { placeQuery } from "./place-query.ts";

/** Forms that this person has not brought to an end. */
export function OwnDrafts({ planId, drafts, locale }: { planId: string; drafts: readonly OwnDraft[]; locale: Locale }) {
  const [t, say] = [useTranslations("editing.drafts"), useTranslations("editing.amendment.entity")];
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="unfinished">
      <SectionHeading id="unfinished" note={t("note")}>{t("title")}</SectionHeading>
      <LedgerList>
        {drafts.map(({ entity, entityId, values, version, place, savedAt }) => {
          const { number, title } = calledIn(values);
          const name = pickText(title, locale)?.text ?? t("untitled");
          const href = version === null ? `new/${entity}/${entityId}${placeQuery(place)}` : `edit/${entity}/${entityId}`;
          return (
            <LedgerLine key={entityId} href={`/workspace/plans/${planId}/${href}`} title={`${say(entity)} ${number} ${name}`.replace(/\s+/g, " ")}>
              {t(version === null ? "isNew" : "isChange")} · {t("kept", { at: formatDateTime(savedAt, locale) })}
            </LedgerLine>
          );
        })}
      </LedgerList>
    </section>
  );
}
