import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { OwnAccount } from "#lib/accounts/queries.ts";

/** Who is signed in, as what and for whom, in one line; leads to their own account. */
export function Person({ account, locale }: { account: OwnAccount; locale: Locale }) {
  const t = useTranslations("status.role");
  const roles = account.memberships.map(({ role, organisation }) => [t(role), pickText(organisation, locale)?.text].filter(Boolean).join(", "));
  return (
    <span>
      <Link href="/workspace/account">{account.name}</Link>
      {roles.length > 0 && ` · ${roles.join("; ")}`}
    </span>
  );
}
