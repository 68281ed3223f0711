import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { OwnAccount } from "#lib/accounts/queries.ts";

/** Who is signed in, as what and for whom, in one line; leads to their own account. */
export function Person({ account, locale }: { account: OwnAccount; locale: Locale }) {
  const t = useTranslations("status.role");
  const roles = new Set(account.memberships.map(({ role }) => t(role)));
  const organisations = new Set(account.memberships.flatMap(({ organisation }) => pickText(organisation, locale)?.text ?? []));
  // With several organisations the line would not fit; the page of the account names them all.
  const facts = [[...roles].join(", "), organisations.size === 1 ? [...organisations][0] : ""].filter(Boolean);
  return (
    <span>
      <Link href="/workspace/account">{account.name}</Link>
      {facts.length > 0 && ` · ${facts.join(" · ")}`}
    </span>
  );
}
