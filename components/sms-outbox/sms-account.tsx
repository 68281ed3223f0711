import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { formatMoney } from "#lib/platform/i18n/formats.ts";
import type { SmsAccount as Account } from "#lib/accounts/sms-outbox/queries.ts";
import styles from "./sms-outbox.module.css";

type Use = Account["today"];

/** Today's count against the cap, what it costs, and what the gateway has to be told. */
export function SmsAccount({ account, locale }: { account: Account; locale: Locale }) {
  const t = useTranslations("sms-outbox.account");
  const costs = (use: Use) => (use.costs.length > 0 ? use.costs.map(({ amount, currency }) => formatMoney(amount / 10_000, currency, locale)).join(" + ") : account.price && formatMoney(0, account.price.currency, locale));
  const used = (use: Use) => t("used", { messages: use.messages, segments: use.segments });
  const facts = [
    { label: t("today"), value: <>{t("ofCap", { segments: account.today.segments, cap: account.dailyCap })}{account.heldBack > 0 && <><br />{t("heldBack", { count: account.heldBack })}</>}</> },
    { label: t("costToday"), value: costs(account.today) },
    { label: t("month"), value: used(account.month) },
    { label: t("costMonth"), value: costs(account.month) },
    { label: t("price"), value: account.price && formatMoney(account.price.amount, account.price.currency, locale) },
    { label: t("numberCap"), value: t("numberCapCount", { count: account.numberDailyCap }) },
  ];
  return (
    <>
      <FactList facts={facts} />
      <Disclosure summary={t("gateway.summary")}>
        <p>{t("gateway.lead")}</p>
        <pre className={styles.address} tabIndex={0}>{account.incoming}</pre>
        <p>{t("gateway.secret")}</p>
      </Disclosure>
    </>
  );
}
