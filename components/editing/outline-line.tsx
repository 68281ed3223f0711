"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import { LineFacts } from "./line-facts.tsx";
import { LineMore } from "./line-more.tsx";
import { LineShifts } from "./line-shifts.tsx";
import styles from "./outline.module.css";
import type { LineProps } from "./outline-plan.ts";
import { nameOf } from "./use-outline.ts";

/** One level of the outline. */
export function OutlineLevel({ level, ...props }: Omit<LineProps, "line">) {
  if (level.length === 0) return null;
  return (
    <ol role="list" className={styles.level}>
      {level.map((line) => <OutlineLine key={line.id} line={line} level={level} {...props} />)}
    </ol>
  );
}

/** One part, commitment or milestone: its number in the margin, its title that opens its form, and the steps that move it. */
function OutlineLine({ line, level, plan, outline, steps }: LineProps) {
  const t = useTranslations("editing.outline");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(!plan.folded);
  const live = plan.editable && !line.removed;
  const title = <LocalizedText value={line.title} locale={locale} />;
  const holdsMilestones = line.entity === "commitment" && line.children.length > 0;
  return (
    <li id={`line-${line.id}`} tabIndex={-1} className={`${styles.line} ${styles[line.entity]}`}>
      <div className={styles.row}>
        {line.number && <span className={styles.code}>{line.number}</span>}
        <div className={styles.main}>
          <p className={line.removed ? styles.removed : styles.title}>
            {live ? <Link href={`/workspace/plans/${plan.id}/edit/${line.entity}/${line.id}`} look="quiet" className={styles.open}>{title}</Link> : title}
          </p>
          <LineFacts line={line} plan={plan} />
        </div>
        {live && (
          <div className={styles.steps}>
            <LineShifts line={line} level={level} steps={steps} />
            <Button type="button" tone="plain" aria-expanded={open} aria-label={t("moreOf", { name: nameOf(line, locale) })} onClick={() => setOpen(!open)}>{t("more")}</Button>
          </div>
        )}
      </div>
      {open && live && <LineMore line={line} level={level} plan={plan} outline={outline} steps={steps} />}
      {holdsMilestones && plan.folded && (
        <Button type="button" tone="quiet" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>{t("milestones", { count: line.children.length, kind: plan.vocabulary })}</Button>
      )}
      {(unfolded || !holdsMilestones) && <OutlineLevel level={line.children} plan={plan} outline={outline} steps={steps} />}
    </li>
  );
}
