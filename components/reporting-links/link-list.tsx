import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { formatDate, formatDateTime } from "#lib/platform/i18n/formats.ts";
import type { MailedLink } from "#lib/boards/reporting-links/queries.ts";
import { LinkSteps } from "./link-steps.tsx";

/** Every link of a period: to whom, when, until when, and what was sent through it. */
export function LinkList({ links, takesLinks, locale }: { links: readonly MailedLink[]; takesLinks: boolean; locale: Locale }) {
  const t = useTranslations("links.list");
  return (
    <section aria-labelledby="links">
      <SectionHeading id="links">{t("heading")}</SectionHeading>
      {links.length === 0 && <p>{t("none")}</p>}
      {links.length > 0 && (
        <LedgerList>
          {links.map((link) => (
            <LedgerLine
              key={link.id} title={link.name ? `${link.name}, ${link.email}` : link.email}
              aside={<LinkSteps linkId={link.id} email={link.email} revocable={link.state === "active"} renewable={takesLinks} />}
            >
              <p><LocalizedText value={link.organisation.name} locale={locale} /></p>
              <p>{t("mailed", { date: formatDateTime(link.createdAt, locale), by: link.createdByName })}</p>
              <p>{link.state === "revoked" && link.revokedAt ? t("revoked", { date: formatDateTime(link.revokedAt, locale) }) : t(link.state === "active" ? "expires" : "expired", { date: formatDateTime(link.expiresAt, locale) })}</p>
              <Sent link={link} locale={locale} />
            </LedgerLine>
          ))}
        </LedgerList>
      )}
    </section>
  );
}

function Sent({ link: { sent }, locale }: { link: MailedLink; locale: Locale }) {
  const [t, states] = [useTranslations("links.list"), useTranslations("status.update")];
  if (sent.length === 0) return <p>{t("nothingSent")}</p>;
  return (
    <>
      <p>{t("sent", { count: sent.length })}</p>
      <ul>
        {sent.map(({ updateId, number, at, status }) => (
          <li key={updateId}><Link href={`/workspace/review/${updateId}`}>{number}</Link>{at && `, ${formatDate(at, locale)}`}: {states(status)}</li>
        ))}
      </ul>
    </>
  );
}
