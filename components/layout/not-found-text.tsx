import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Page } from "./page.tsx";
import { PageHeading } from "./page-heading.tsx";

/** What a reader sees where there is nothing. */
export function NotFoundText() {
  const t = useTranslations("layout.notFound");
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("text")} />
      <p><Link href="/">{t("home")}</Link></p>
    </Page>
  );
}
