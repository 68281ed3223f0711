"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { forgetWords } from "#components/forms/kept-words.ts";

/** Closes the form in this browser, for those at a computer that others use. */
export function LeaveForm({ linkId }: { linkId: string }) {
  const t = useTranslations("links.leave");
  const locale = useLocale();
  return (
    <form action={`/api/reporting/${linkId}/leave`} method="post" onSubmit={() => forgetWords(linkId)}>
      <input type="hidden" name="locale" value={locale} />
      <p>{t("hint")} <Button tone="quiet">{t("button")}</Button></p>
    </form>
  );
}
