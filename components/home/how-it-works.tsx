import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import styles from "./how-it-works.module.css";

/** From the promise to the answer, in four lines. */
export function HowItWorks() {
  const t = useTranslations("home");
  return (
    <section aria-labelledby="how" className={styles.how}>
      <h2 id="how" className={styles.heading}>{t("how.heading")}</h2>
      <ol role="list">
        {(["promise", "report", "assessment", "voice"] as const).map((step) => (
          <li key={step} className={styles.step}>
            <b className={styles.name}>{t(`how.${step}.title`)}</b>
            {t(`how.${step}.text`)}
          </li>
        ))}
      </ol>
      <p className={styles.more}><Link href="/organisations">{t("organisations")}</Link></p>
      <p><Link href="/reports">{t("reports")}</Link></p>
    </section>
  );
}
