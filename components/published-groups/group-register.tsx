import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { groupPath } from "#lib/process/rules.ts";
import type { GroupLine } from "#lib/process/published-groups/queries.ts";

/** Every forum and working group, with what is on record of it in counts. */
export function GroupRegister({ groups, locale }: { groups: readonly GroupLine[]; locale: Locale }) {
  const t = useTranslations("process-public");
  const say = useTranslations("status.groupKind");
  return (
    <LedgerList>
      {groups.map((group) => (
        <LedgerLine key={group.slug} href={groupPath(group.slug)} title={<LocalizedText value={group.name} locale={locale} />}>
          <p><LocalizedText value={group.secretariat.name} locale={locale} /></p>
          {[
            group.kind === "forum" && say("forum"),
            t("groups.members", { count: group.members }),
            t("groups.events", { count: group.events }),
            group.recommendations > 0 && t("recommendations", { count: group.recommendations }),
            group.lastMetOn && t("groups.lastMet", { date: formatDate(group.lastMetOn, locale) }),
          ].filter(Boolean).join(" · ")}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
