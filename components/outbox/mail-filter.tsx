import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { mailStatuses, type MailStatus } from "#lib/messages/mail/schema.ts";
import { mailAddress } from "#lib/accounts/outbox/schema.ts";
import styles from "./outbox.module.css";

/** Narrows the mails by what became of them, and says how many there are. */
export function MailFilter({ status, total, failed }: { status: MailStatus | undefined; total: number; failed: number }) {
  const [t, counts] = [useTranslations("outbox.filter"), useTranslations("outbox")];
  return (
    <>
      <nav aria-label={t("label")}>
        <ul className={styles.filter}>
          {[undefined, ...mailStatuses].map((choice) => (
            <li key={choice ?? "all"}>
              {choice === status ? <span className={styles.current} aria-current="page">{t(choice ?? "all")}</span> : <Link href={mailAddress({ status: choice })}>{t(choice ?? "all")}</Link>}
            </li>
          ))}
        </ul>
      </nav>
      <p className={styles.counts}>{counts("total", { count: total })}; {counts("failed", { count: failed })}</p>
    </>
  );
}
