"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import styles from "./editing.module.css";
import { Group } from "./fields.tsx";

interface Props {
  /** The list's name in the form. */
  name: string;
  /** What an added line begins with. */
  blank: () => object;
  /** The field of a line that takes the focus when the line is added. */
  first: string;
  /** What the list is called, what stands where it has no lines, what one line and the button that adds one are called. */
  words: { legend: string; none: string; one: (number: number) => string; add: string };
  /** The fields of one line, given the path of the line. */
  children: (path: string) => ReactNode;
}

/** Waits until the line has its new place on the page. */
function focusSoon(id: string) {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** Lines of one kind: added, put in order and taken out with the keyboard alone; what was taken out can be brought back. */
export function LineList({ name, blank, first, words, children }: Props) {
  const t = useTranslations("editing.lines");
  const { getValues } = useFormContext();
  const { fields, append, insert, move, remove } = useFieldArray({ name, keyName: "key" });
  const [said, setSaid] = useState("");
  const [removed, setRemoved] = useState<{ index: number; value: object } | null>(null);
  const add = `${name}-add`;
  const shift = (from: number, to: number) => {
    if (to < 0 || to >= fields.length) return;
    move(from, to);
    setSaid(t("moved", { from: from + 1, to: to + 1 }));
    focusSoon(`${name}-${to}-${to < from ? "up" : "down"}`);
  };
  const takeOut = (index: number) => {
    setRemoved({ index, value: getValues(`${name}.${index}`) as object });
    remove(index);
    setSaid(t("removed", { number: index + 1 }));
    focusSoon(`${name}-back`);
  };
  const bringBack = () => {
    if (removed) insert(removed.index, removed.value, { shouldFocus: false });
    setRemoved(null);
    setSaid(t("back"));
    focusSoon(add);
  };
  return (
    <Group legend={words.legend}>
      {fields.length === 0 && <p className={styles.soft}>{words.none}</p>}
      {fields.map(({ key }, index) => (
        <fieldset key={key} className={styles.line}>
          <legend className={styles.lineName}>{words.one(index + 1)}</legend>
          {children(`${name}.${index}`)}
          <div className={styles.buttons}>
            {fields.length > 1 && (["up", "down"] as const).map((way) => {
              const to = way === "up" ? index - 1 : index + 1;
              return (
                <Button
                  key={way} id={`${name}-${index}-${way}`} type="button" tone="plain" className={styles.square} aria-label={t(way, { number: index + 1 })}
                  aria-disabled={to < 0 || to >= fields.length} onClick={() => shift(index, to)}
                >
                  {way === "up" ? "↑" : "↓"}
                </Button>
              );
            })}
            <Button type="button" tone="quiet" aria-label={t("removeOne", { number: index + 1 })} onClick={() => takeOut(index)}>{t("remove")}</Button>
          </div>
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button id={add} type="button" tone="plain" onClick={() => append(blank(), { focusName: `${name}.${fields.length}.${first}` })}>{words.add}</Button>
        {removed && <Button id={`${name}-back`} type="button" tone="quiet" onClick={bringBack}>{t("bringBack")}</Button>}
        <p role="status" className={styles.soft}>{said}</p>
      </div>
    </Group>
  );
}
