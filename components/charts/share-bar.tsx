import { useTranslations } from "next-intl";
import { MarkSign, type MarkShape } from "#components/ui/mark.tsx";
import styles from "./share-bar.module.css";

export interface Share {
  key: string;
  /** "Completed" */
  label: string;
  count: number;
  shape: MarkShape;
}

/** A thin bar of counts, labelled directly: each count is written with its shape and word, so the bar may be ignored. */
export function ShareBar({ label, parts }: { label: string; parts: readonly Share[] }) {
  const t = useTranslations("ui");
  const shown = parts.filter((part) => part.count > 0);
  const total = shown.reduce((sum, part) => sum + part.count, 0);
  if (total === 0) return null;
  return (
    <figure className={styles.figure} aria-label={`${label}. ${t("total", { count: total })}`}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map((part) => <span key={part.key} className={styles[part.shape]} style={{ flexGrow: part.count }} />)}
      </div>
      <ul role="list" className={styles.counts}>
        {shown.map((part) => (
          <li key={part.key} className={styles.count}>
            <MarkSign shape={part.shape} />
            <span><b>{part.count}</b> {part.label}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
