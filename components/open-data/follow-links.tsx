import { useLocale, useTranslations } from "next-intl";
import { SectionHeading } from "#components/ui/section-heading.tsx";

/** Where a feed reader and a calendar can subscribe to this; `path` is without its language, "" for everything. */
export function FollowLinks({ path }: { path: string }) {
  const locale = useLocale();
  const t = useTranslations("open-data.feeds");
  return (
    <section aria-labelledby="feeds">
      <SectionHeading id="feeds">{t("follow")}</SectionHeading>
      <ul>
        <li><a href={`/${locale}${path}/feed.atom`} type="application/atom+xml">{t("atom")}</a></li>
        <li><a href={`/${locale}${path}/calendar.ics`} type="text/calendar">{t("ics")}</a></li>
      </ul>
    </section>
  );
}
