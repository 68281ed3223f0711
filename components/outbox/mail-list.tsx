import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import type { MailView } from "#lib/accounts/outbox/queries.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import styles from "./outbox.module.css";
import { SendAgainButton } from "./send-again-button.tsx";

/** Mails, the latest first: about what, to whom, when, and what became of each. */
export function MailList({ mails, locale }: { mails: readonly MailView[]; locale: Locale }) {
  const t = useTranslations("outbox");
  if (mails.length === 0) return <p>{t("empty")}</p>;
  return <LedgerList>{mails.map((mail) => <MailLine key={mail.id} mail={mail} locale={locale} />)}</LedgerList>;
}

function MailLine({ mail, locale }: { mail: MailView; locale: Locale }) {
  const t = useTranslations("outbox");
  const at = (instant: Date) => formatDateTime(instant, locale);
  const facts = [t("written", { at: at(mail.createdAt) }), mail.sentAt && t("sentAt", { at: at(mail.sentAt) }), t("attempts", { count: mail.attempts }), mail.attempts > 0 && mail.nextAttemptAt && t("next", { at: at(mail.nextAttemptAt) })];
  return (
    <LedgerLine title={mail.subject} aside={<span className={mail.status === "failed" ? styles.failed : undefined}>{t(`status.${mail.status}`)}</span>}>
      <div className={styles.facts}>
        <span>{t.has(`kind.${mail.kind}`) ? t(`kind.${mail.kind}`) : mail.kind}</span>
        <span>{mail.recipient ? t("to", { recipient: mail.recipient }) : t("toResident")}</span>
        <span>{facts.filter(Boolean).join(" · ")}</span>
        {mail.lastError && <span>{t("error", { error: mail.lastError })}</span>}
        {mail.canBeSentAgain && <SendAgainButton mailId={mail.id} name={t("againLabel", { subject: mail.subject, at: at(mail.createdAt) })} />}
      </div>
    </LedgerLine>
  );
}
