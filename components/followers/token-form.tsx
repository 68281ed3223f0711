import type { Locale } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import styles from "./followers.module.css";

/** The button behind a mailed link: nothing happens before it is pressed. */
export function TokenForm({ action, token, locale, button }: { action: string; token: string; locale: Locale; button: string }) {
  return (
    <form className={styles.form} action={action} method="post">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <Button>{button}</Button>
    </form>
  );
}
