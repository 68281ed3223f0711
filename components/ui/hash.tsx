import { useTranslations } from "next-intl";
import styles from "./hash.module.css";

/** A checksum in groups of eight that can be compared by eye and copied whole. */
export function Hash({ value, label }: { value: string; label?: string }) {
  const t = useTranslations("ui");
  const groups = value.match(/.{1,8}/g) ?? [];
  return (
    <span className={styles.hash}>
      <span className={styles.label}>{label ?? t("checksum")}</span>
      <code translate="no">
        {groups.map((group, index) => <span key={index} className={styles.group}>{group}</span>)}
      </code>
    </span>
  );
}
