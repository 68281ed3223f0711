import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { BoardLine } from "#lib/boards/queries.ts";
import type { BoardState } from "#lib/boards/schema.ts";
import styles from "./boards.module.css";

/** The reports of one agency in one state, by their numbers; one that waits for review leads there. */
export function StateCell({ state, lines, locale }: { state: BoardState; lines: readonly BoardLine[]; locale: Locale }) {
  const t = useTranslations("boards");
  if (lines.length === 0) return <span className={styles.none} aria-hidden>{t("none")}</span>;
  return (
    <div className={styles.cell}>
      <span className={styles.state} aria-hidden>{t(`state.${state}`)}</span>
      <ul role="list" className={styles.numbers}>
        {lines.map((line) => <li key={line.subjectId}><Number line={line} locale={locale} /></li>)}
      </ul>
    </div>
  );
}

function Number({ line, locale }: { line: BoardLine; locale: Locale }) {
  const t = useTranslations("boards");
  const title = pickText(line.title, locale)?.text ?? "";
  const name = line.whole ? t("whole", { number: line.number }) : line.number;
  const className = line.overdue ? styles.overdue : undefined;
  if (line.updateId) return <Link href={`/workspace/review/${line.updateId}`} title={title} aria-label={t("review", { number: name, title })}>{name}</Link>;
  return <span title={title} className={className}>{name}</span>;
}
