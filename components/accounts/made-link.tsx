"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./made-link.module.css";

/** A link to choose a password, shown once; it was mailed as well. */
export function MadeLink({ url, email, children }: { url: string; email: string; children?: ReactNode }) {
  const t = useTranslations("accounts.link");
  return (
    <Notice tone="success" title={t("made", { email })} live>
      <p>{t("once")}</p>
      <p><code className={styles.link}>{url}</code></p>
      {children}
    </Notice>
  );
}
