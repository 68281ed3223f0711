import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { mailStatuses, type MailStatus } from "#lib/mail/schema.ts";
import { mailAddress } from "#lib/outbox/schema.ts";
import styles from "./outbox.module.css";

/** Narrows the mails by what became of them. */
export function MailFilter({ status }: { status: MailStatus | undefined }) {
  const t = useTranslations("outbox.filter");
  return (
    <nav aria-label={t("label")}>
      <ul className={styles.filter}>
        {[undefined, ...mailStatuses].map((choice) => (
          <li key={choice ?? "all"}>
            {choice === status ? <span className={styles.current} aria-current="page">{t(choice ?? "all")}</span> : <Link href={mailAddress({ status: choice })}>{t(choice ?? "all")}</Link>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
