import type { Locale } from "next-intl";
import type { ReactNode } from "react";
import { FormActions, FormColumn } from "#components/forms/form.tsx";
import { Button } from "#components/ui/button.tsx";
import styles from "./followers.module.css";

interface Props {
  action: string;
  token: string;
  locale: Locale;
  button: string;
  /** What several buttons of one name are about. */
  buttonLabel?: string;
  tone?: "primary" | "plain" | "danger";
  /** What is sent besides. */
  hidden?: Record<string, string>;
  children?: ReactNode;
}

/** The button behind a mailed link: nothing happens before it is pressed. */
export function TokenForm({ action, token, locale, button, buttonLabel, tone = "primary", hidden = {}, children }: Props) {
  return (
    <form className={styles.form} action={action} method="post">
      {Object.entries({ token, locale, ...hidden }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children && <FormColumn>{children}</FormColumn>}
      <FormActions><Button tone={tone} aria-label={buttonLabel}>{button}</Button></FormActions>
    </form>
  );
}
