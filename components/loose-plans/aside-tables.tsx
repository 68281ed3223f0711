import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";

/** Tables that were not read, so that nobody misses them only later. */
export function AsideTables({ aside }: { aside: readonly string[] }) {
  const t = useTranslations("loose-plans");
  if (aside.length === 0) return null;
  return (
    <Notice tone="info" title={t("aside", { count: aside.length })}>
      <p>{t("asideNote")}</p>
      <ul>{aside.slice(0, 10).map((words, index) => <li key={index}>{words}…</li>)}</ul>
    </Notice>
  );
}
