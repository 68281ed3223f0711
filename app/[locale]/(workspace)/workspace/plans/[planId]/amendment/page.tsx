import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AmendmentForm } from "#components/editing/amendment-form.tsx";
import { formChoices } from "#components/editing/form-choices.ts";
import { actName } from "#components/editing/legal-act-lines.tsx";
import { StagedChangeList } from "#components/editing/staged-change-list.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { getPlanForEditing } from "#lib/editing/amendments/queries.ts";
import { listEditingChoices } from "#lib/plans/outlines/queries.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { stagedChanges } from "#lib/editing/staged-changes/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("editing.amendment");
  return { title: t("title") };
}

/** Everything that an amendment in preparation changes, old beside new, and why; from here it goes on the record. */
export default async function AmendmentPage({ params }: { params: Promise<{ planId: string }> }) {
  const { content, base, amendment } = await orNotFound(getPlanForEditing(await requireActor(), (await params).planId));
  const [t, locale, lists] = await Promise.all([getTranslations("editing"), getLocale(), listEditingChoices()]);
  const { id, fields } = content.plan;
  const changes = amendment ? stagedChanges(base, content, amendment.edits) : [];
  const choices = formChoices(lists, locale);
  const acts = content.legalActs.filter(({ removed }) => !removed).map((act) => ({ value: act.id, label: actName(act.fields, locale) }));
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/plans", label: t("list.title") }, { href: `/workspace/plans/${id}`, label: pickText(fields.title, locale)?.text ?? "" }, { label: t("amendment.title") }]} />
      <PageHeading title={t("amendment.title")} lead={t("amendment.lead")} />
      {!amendment || changes.length === 0 ? (
        <p>{t("amendment.empty")} <Link href={`/workspace/plans/${id}`}>{t("amendment.toPlan")}</Link></p>
      ) : (
        <ClientWords namespaces={["editing"]}>
          <SectionHeading id="changes" note={t("amendment.count", { count: changes.length })}>{t("amendment.changes")}</SectionHeading>
          <StagedChangeList planId={id} amendmentId={amendment.id} changes={changes} stale={amendment.stale} choices={choices} />
          <AmendmentForm key={amendment.version} planId={id} amendment={amendment} acts={acts} changes={changes.length} />
        </ClientWords>
      )}
    </Page>
  );
}
