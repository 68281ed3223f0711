"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { AskedButton } from "#components/forms/asked-button.tsx";
import { Select } from "#components/forms/select.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { destinationsOf, type Destination } from "#lib/plans/outlines/rules.ts";
import { newId } from "#lib/platform/ids.ts";
import styles from "./outline.module.css";
import type { LineProps } from "./outline-plan.ts";
import { nameOf } from "./use-outline.ts";

/** What is done to a line less often: something is added to it, it goes elsewhere, it is taken out. */
export function LineMore({ line, level, plan, outline, steps }: LineProps) {
  const t = useTranslations("editing.outline");
  const locale = useLocale();
  const [chosen, setChosen] = useState("");
  // A new thing has its id from the beginning, so that a reload finds its draft again.
  const [id] = useState(newId);
  const destinations = destinationsOf(line, level, outline);
  const destination = destinations.find(({ key }) => key === chosen);
  const name = nameOf(line, locale);
  const base = `/workspace/plans/${plan.id}/new`;
  const words = ({ how, line: other }: Destination) => t(`to.${how}`, { name: other ? shortened(nameOf(other, locale)) : "" });
  return (
    <div className={styles.more}>
      <ul role="list" className={styles.links}>
        {line.entity === "part" && <li><Link href={`${base}/commitment/${id}?part=${line.id}`}>{t("addCommitment", { kind: plan.vocabulary })}</Link></li>}
        {line.entity === "part" && <li><Link href={`${base}/part/${id}?parent=${line.id}`}>{t("addInnerPart")}</Link></li>}
        {line.entity === "commitment" && <li><Link href={`${base}/milestone/${id}?commitment=${line.id}`}>{t("addMilestone", { kind: plan.vocabulary })}</Link></li>}
        {line.entity === "milestone" && <li><Link href={`${base}/milestone/${id}?commitment=${line.commitmentId}&parent=${line.id}`}>{t("addInnerMilestone", { kind: plan.vocabulary })}</Link></li>}
      </ul>
      {destinations.length > 0 && (
        <div className={styles.moving}>
          <Select
            name={`move-${line.id}`} label={t("move")} value={chosen} onChange={(event) => setChosen(event.target.value)}
            options={destinations.map((option) => ({ value: option.key, label: words(option) }))}
          />
          <Button
            type="button" tone="plain" aria-disabled={!destination || steps.running} aria-label={t("moveOf", { name })}
            onClick={() => destination && !steps.running && steps.move(line, destination.place, `line-${line.id}`)}
          >
            {t("moveNow")}
          </Button>
        </div>
      )}
      <AskedButton
        label={t("remove")} name={t("removeOf", { name })} question={t(line.entity === "part" ? "removePart" : "removeQuestion", { name })} yes={t("removeYes")} no={t("removeNo")}
        running={steps.running} onYes={() => steps.remove(line)}
      />
    </div>
  );
}

/** Long titles would make a select wider than the page. */
function shortened(name: string): string {
  return name.length > 70 ? `${name.slice(0, 69)}…` : name;
}
