"use client";

import { useTranslations } from "next-intl";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Button } from "#components/ui/button.tsx";

/** A page that failed: what is kept and what to do, without a technical word. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("layout.error");
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("text")} />
      <Button type="button" onClick={reset}>{t("again")}</Button>
    </Page>
  );
}
