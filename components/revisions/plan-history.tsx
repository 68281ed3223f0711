import { useTranslations, type Locale } from "next-intl";
import { OrganisationLink } from "#components/organisations/organisation-link.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { PlanHistory as History } from "#lib/editing/revisions/queries.ts";
import { RevisionSection } from "./revision-section.tsx";

/** All revisions of a plan, the latest first. */
export function PlanHistory({ history, locale }: { history: History; locale: Locale }) {
  const t = useTranslations("revisions");
  const { plan, revisions, page, pages } = history;
  return (
    <>
      <p>{t.rich("answers", { by: () => <OrganisationLink organisation={plan.secretariat} locale={locale} /> })}</p>
      {revisions.length === 0 && <p>{t("empty")}</p>}
      <div>
        {revisions.map((revision) => <RevisionSection key={revision.key} revision={revision} vocabulary={plan.vocabulary} locale={locale} />)}
      </div>
      <Pagination page={page} pages={pages} hrefFor={(shown) => `/plans/${plan.slug}/history?page=${shown}`} />
    </>
  );
}
