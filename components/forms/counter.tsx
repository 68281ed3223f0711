"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./field.module.css";

/** Says how many characters are left once most are used; listens to the control, so that any form may own it. */
export function Counter({ control, limit }: { control: string; limit: number }) {
  const t = useTranslations("forms");
  const [left, setLeft] = useState(limit);
  useEffect(() => {
    const area = document.getElementById(control);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const count = () => setLeft(limit - [...area.value].length);
    count();
    area.addEventListener("input", count);
    return () => area.removeEventListener("input", count);
  }, [control, limit]);
  if (left > limit / 4) return null;
  return (
    <p className={`${styles.counter} ${left < 0 ? styles.over : ""}`} aria-live={left < limit / 20 ? "polite" : "off"}>
      {left < 0 ? t("over", { count: -left }) : t("left", { count: left })}
    </p>
  );
}
