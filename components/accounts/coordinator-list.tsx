import { useLocale, useTranslations } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { CoordinatorView } from "#lib/accounts/invitations/queries.ts";
import { InvitationButtons } from "./invitation-buttons.tsx";
import { InvitationState } from "./invitation-state.tsx";

/** Who reports to a Secretariat, for which organisations, and where invitations stand. */
export function CoordinatorList({ coordinators }: { coordinators: readonly CoordinatorView[] }) {
  const t = useTranslations("accounts.coordinators");
  const locale = useLocale();
  if (coordinators.length === 0) return <p>{t("empty")}</p>;
  return (
    <LedgerList>
      {coordinators.map(({ id, name, email, organisations, invitation, hasPassword, mine }) => (
        <LedgerLine key={id} title={name} aside={hasPassword ? null : <InvitationState invitation={invitation} />}>
          {email}
          <br />
          {organisations.flatMap((organisation) => pickText(organisation, locale)?.text ?? []).join("; ")}
          {mine && <InvitationButtons account={{ id, name, email }} open={invitation?.state === "open"} />}
        </LedgerLine>
      ))}
    </LedgerList>
  );
}
