import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { formatDateTime, formatMoney } from "#lib/platform/i18n/formats.ts";
import type { SmsView } from "#lib/accounts/sms-outbox/queries.ts";
import { SendSmsAgainButton } from "./send-sms-again-button.tsx";
import styles from "#components/outbox/outbox.module.css";

/** Messages, the latest first: about what, to which number, when, what became of each and what it cost. */
export function SmsList({ messages, locale }: { messages: readonly SmsView[]; locale: Locale }) {
  const t = useTranslations("sms-outbox");
  if (messages.length === 0) return <p>{t("empty")}</p>;
  return <LedgerList>{messages.map((message) => <SmsLine key={message.id} message={message} locale={locale} />)}</LedgerList>;
}

function SmsLine({ message, locale }: { message: SmsView; locale: Locale }) {
  const t = useTranslations("sms-outbox");
  const at = (instant: Date) => formatDateTime(instant, locale);
  const { number, cost } = message;
  const kind = t.has(`kind.${message.kind}`) ? t(`kind.${message.kind}`) : message.kind;
  const facts = [
    t("written", { at: at(message.createdAt) }),
    message.sentAt && t("sentAt", { at: at(message.sentAt) }),
    message.deliveredAt && t("deliveredAt", { at: at(message.deliveredAt) }),
    t("attempts", { count: message.attempts }),
    message.nextAttemptAt && (message.attempts > 0 || message.heldBack) && t("next", { at: at(message.nextAttemptAt) }),
  ];
  return (
    <LedgerLine title={kind} aside={<span className={message.status === "failed" ? styles.failed : undefined}>{t(`status.${message.status}`)}</span>}>
      <div className={styles.facts}>
        <span>{number ? t("to", { number }) : t("forgotten")}</span>
        <span>{[t("segments", { count: message.segments }), cost && formatMoney(cost.amount, cost.currency, locale)].filter(Boolean).join(" · ")}</span>
        <span>{facts.filter(Boolean).join(" · ")}</span>
        {message.heldBack && <span>{t(`heldBack.${message.heldBack}`)}</span>}
        {message.lastError && <span>{t("error", { error: message.lastError })}</span>}
        {message.canBeSentAgain && <SendSmsAgainButton smsId={message.id} name={t("againLabel", { kind, number: number ?? "", at: at(message.createdAt) })} />}
      </div>
    </LedgerLine>
  );
}
