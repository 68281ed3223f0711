import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { smsAddress } from "#lib/accounts/sms-outbox/schema.ts";
import { smsStatuses, type SmsStatus } from "#lib/messages/sms/schema.ts";
import styles from "./sms-outbox.module.css";

/** Narrows the messages by what became of them, and says how many there are. */
export function SmsFilter({ status, total, failed }: { status: SmsStatus | undefined; total: number; failed: number }) {
  const t = useTranslations("sms-outbox");
  return (
    <>
      <nav aria-label={t("filter.label")}>
        <ul className={styles.filter}>
          {[undefined, ...smsStatuses].map((choice) => (
            <li key={choice ?? "all"}>
              {choice === status ? <span className={styles.current} aria-current="page">{t(`filter.${choice ?? "all"}`)}</span> : <Link href={smsAddress({ status: choice })}>{t(`filter.${choice ?? "all"}`)}</Link>}
            </li>
          ))}
        </ul>
      </nav>
      <p className={styles.counts}>{t("total", { count: total })}; {t("failed", { count: failed })}</p>
    </>
  );
}
