import { useTranslations, type Locale } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import styles from "./confirm-form.module.css";

/** What the comment begins with, and the button that confirms it; works without scripts. */
export function ConfirmForm({ token, locale, beginning }: { token: string; locale: Locale; beginning: string }) {
  const t = useTranslations("comments.confirm");
  return (
    <form action="/api/comments/confirm" method="post">
      <blockquote className={styles.beginning} lang="">{beginning}</blockquote>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <Button>{t("button")}</Button>
    </form>
  );
}
