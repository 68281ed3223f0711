import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import styles from "./how-it-works.module.css";

/** From the promise to the answer, in four lines. */
export function HowItWorks() {
  const t = useTranslations("home");
  return (
    <section aria-labelledby="how">
      <SectionHeading id="how">{t("how.heading")}</SectionHeading>
      <dl className={styles.steps}>
        {(["promise", "report", "assessment", "voice"] as const).map((step) => (
          <div key={step} className={styles.step}>
            <dt className={styles.name}>{t(`how.${step}.title`)}</dt>
            <dd>{t(`how.${step}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.more}><Link href="/organisations">{t("organisations")}</Link></p>
    </section>
  );
}
