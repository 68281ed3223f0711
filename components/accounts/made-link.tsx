"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./made-link.module.css";

interface Props {
  /** What was made: an invitation, a link to choose another password, or a further role of somebody with an account. */
  kind: "invitation" | "password" | "role";
  email: string;
  /** The link itself is given only to administrators where no mail server could send it. */
  delivery: { url: string | null; mailed: boolean };
  children?: ReactNode;
}

const titles = { invitation: "sent", password: "passwordSent", role: "given" } as const;

/** Where a link went; without a mail server the link itself, once, or whom to ask for it. */
export function MadeLink({ kind, email, delivery: { url, mailed }, children }: Props) {
  const t = useTranslations("accounts.link");
  const reached = mailed || kind === "role";
  return (
    <Notice tone={reached ? "success" : "warning"} title={reached ? t(titles[kind], { email }) : t("unsent")} live>
      {reached && <p>{t(kind === "role" ? "givenText" : "sentText")}</p>}
      {!reached && <p>{t(url ? "once" : "ask")}</p>}
      {url && <p><code className={styles.link}>{url}</code></p>}
      {children}
    </Notice>
  );
}
