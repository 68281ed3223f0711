import { useLocale, useTranslations } from "next-intl";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { EntityForEditing } from "#lib/plans/editor/queries.ts";
import type { EditingChoices } from "#lib/plans/outlines/queries.ts";
import { EntityForm } from "./entity-form.tsx";
import { formChoices } from "./form-choices.ts";
import { placeQuery } from "./place-query.ts";

/** The page of one form of the editor: what is edited, where it stands, and what saving it does. */
export function EntityPage({ found: { plan, opened, holder }, choices }: { found: EntityForEditing; choices: EditingChoices }) {
  const t = useTranslations("editing");
  const locale = useLocale();
  const staging = plan.status === "adopted";
  const title = t(`form.${opened.version === null ? "new" : "edit"}.${opened.entity}`, { kind: plan.vocabulary });
  const place = holder && [holder.number, pickText(holder.title, locale)?.text].filter(Boolean).join(" ");
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/plans", label: t("list.title") }, { href: `/workspace/plans/${plan.id}`, label: pickText(plan.title, locale)?.text ?? "" }, { label: title }]} />
      <PageHeading title={title} {...(place ? { eyebrow: t("form.in", { name: place }) } : {})} lead={t(staging ? "form.stagedLead" : plan.status === "in_consultation" ? "form.publicLead" : "form.lead")} />
      <ClientWords namespaces={["editing"]}>
        <EntityForm key={opened.id} opened={opened} choices={formChoices(choices, locale)} staging={staging} addressOpen={plan.status === "draft"} placeQuery={placeQuery(opened.place)} />
      </ClientWords>
    </Page>
  );
}
