import { useTranslations, type Locale } from "next-intl";
import type { Standing } from "#lib/plans/milestones/rules.ts";
import { formatDate, formatPartialDate } from "#lib/platform/i18n/formats.ts";
import styles from "./standing-text.module.css";

interface Props {
  standing: Pick<Standing, "deadline" | "overdueMonths">;
  plan: { vocabulary: string; status: string };
  locale: Locale;
}

const spanOf = (months: number) => ({ years: Math.floor(months / 12), months: months % 12 });

/** That a term has passed and how long ago; nothing where it has not. */
export function OverdueText({ standing: { deadline, overdueMonths }, plan, locale }: Props) {
  const t = useTranslations("milestones");
  if (!deadline || overdueMonths === null) return null;
  const due = formatPartialDate(deadline.due, locale);
  if (plan.status === "closed") return <p className={styles.late}>{t("overdueClosed", { due })}</p>;
  const key = deadline.fromCommitment ? "overdueOfCommitment" : "overdue";
  return <p className={styles.late}>{t(key, { due, ago: t("ago", spanOf(overdueMonths)), kind: plan.vocabulary })}</p>;
}

/** As {@link OverdueText} in a few words, for a line of a list, which repeats them often. */
export function OverdueShort({ standing: { deadline, overdueMonths }, plan, locale }: Props) {
  const t = useTranslations("milestones");
  if (!deadline || overdueMonths === null) return null;
  return <span className={styles.late}>{t(plan.status === "closed" ? "overdueClosed" : "overdueShort", { due: formatPartialDate(deadline.due, locale) })}</span>;
}

/** That nothing was reported for too long, and since when, for a line of a list; nothing where it is not so. */
export function StaleShort({ standing: { lastUpdatedAt, monthsSinceUpdate, stale }, locale }: { standing: Standing; locale: Locale }) {
  const t = useTranslations("milestones");
  if (!stale || !lastUpdatedAt || monthsSinceUpdate === null) return null;
  return <span className={`${styles.late} ${styles.long}`}>{t("stale", { date: formatDate(lastUpdatedAt, locale), for: t("for", spanOf(monthsSinceUpdate)) })}</span>;
}

/** When it was last reported on, how long ago, and whether that is too long. */
export function LastUpdateText({ standing: { lastUpdatedAt, monthsSinceUpdate, stale }, locale }: { standing: Standing; locale: Locale }) {
  const t = useTranslations("milestones");
  if (!lastUpdatedAt || monthsSinceUpdate === null) return <p className={styles.soft}>{t("never")}</p>;
  const date = formatDate(lastUpdatedAt, locale);
  const span = spanOf(monthsSinceUpdate);
  if (stale) return <p className={styles.late}>{t("stale", { date, for: t("for", span) })}</p>;
  return <p className={styles.soft}>{t("lastUpdate", { date, ago: t("ago", span) })}</p>;
}
