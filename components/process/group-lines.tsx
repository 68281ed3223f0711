import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { GroupLine } from "#lib/process/working-groups/queries.ts";

/** Groups as lines of a ledger: what they are called, how many sit in them, how often they met. */
export function GroupLines({ groups, locale }: { groups: readonly GroupLine[]; locale: Locale }) {
  const [t, status] = [useTranslations("process.group"), useTranslations("status")];
  return (
    <LedgerList>
      {groups.map(({ id, kind, name, isPublic, members, events }) => (
        <LedgerLine key={id} href={`/workspace/process/groups/${id}`} title={<LocalizedText value={name} locale={locale} />} aside={status(`event.${isPublic ? "published" : "draft"}`)}>
          {status(`groupKind.${kind}`)} · {t("members", { count: members })} · {t("events", { count: events })}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
