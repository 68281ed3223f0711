"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatNumber } from "#lib/platform/i18n/formats.ts";
import styles from "./imports.module.css";

/** Milliseconds between two questions. */
const pause = 1_000;

interface Progress {
  status: string;
  done: number;
  total: number;
}

/** How far the work is; when it has ended, the page shows what it came to. */
export function ImportProgress({ importId, ...first }: Progress & { importId: string }) {
  const t = useTranslations("imports.progress");
  const [locale, router] = [useLocale(), useRouter()];
  const [{ status, done, total }, setProgress] = useState<Progress>(first);
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(`/api/imports/${importId}/progress`).then((response) => (response.ok ? (response.json() as Promise<Progress>) : null), () => null);
      if (!answer) return;
      setProgress(answer);
      if (answer.status !== "queued" && answer.status !== "running") router.refresh();
    }, pause);
    return () => clearInterval(timer);
  }, [importId, router]);
  const words = status === "queued" ? t("queued") : t("running", { done: formatNumber(done, locale), total: formatNumber(total, locale) });
  return (
    <>
      <progress className={styles.progress} aria-label={t("title")} max={Math.max(total, 1)} {...(status === "queued" ? {} : { value: done })} />
      <p role="status">{words}</p>
      <p>{t("note")}</p>
    </>
  );
}
