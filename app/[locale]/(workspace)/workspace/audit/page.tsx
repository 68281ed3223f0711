import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilterForm } from "#components/audit/audit-filter-form.tsx";
import { AuditList } from "#components/audit/audit-list.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { auditScope } from "#lib/record/audit/policy.ts";
import { listAuditChoices, listAuditEvents } from "#lib/record/audit/queries.ts";
import { auditAddress, auditFilterSchema } from "#lib/record/audit/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

/** Every change that this person may read: administrators all, a Secretariat its own plans. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const scope = auditScope(actor) ?? notFound();
  const filter = auditFilterSchema.parse(await searchParams);
  const [{ events, total, pages }, choices] = [await listAuditEvents(actor, filter), await listAuditChoices(actor)];
  const [t, locale] = [await getTranslations("audit"), await getLocale()];
  return (
    <Page dense wide>
      <PageHeading title={t("title")} lead={scope === "all" ? t("leadAll") : t("leadPlans")} />
      <AuditFilterForm filter={filter} choices={choices} />
      <p>{t("total", { count: total })}</p>
      <AuditList events={events} locale={locale} />
      <Pagination page={filter.page} pages={pages} hrefFor={(page) => auditAddress({ ...filter, page })} />
    </Page>
  );
}
