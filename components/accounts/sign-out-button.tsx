"use client";

import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { forgetWords } from "#components/forms/kept-words.ts";
import { openAfresh } from "./open-afresh.ts";
import styles from "./sign-out-button.module.css";

/** Ends the session in this browser, forgets what was typed in this tab and not saved, and goes to the public home page. */
export function SignOutButton() {
  const t = useTranslations("workspace");
  const locale = useLocale();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    await signOut({ redirect: false, callbackUrl: "/" }).then(() => forgetWords()).finally(() => openAfresh(`/${locale}`));
  };
  return (
    <button type="button" className={styles.button} onClick={leave} aria-disabled={leaving}>
      {leaving ? t("signingOut") : t("signOut")}
    </button>
  );
}
