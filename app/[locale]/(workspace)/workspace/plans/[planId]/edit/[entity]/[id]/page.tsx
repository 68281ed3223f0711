import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntityPage } from "#components/editing/entity-page.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { planEntities } from "#lib/editing/schema.ts";
import { getEntityForEditing } from "#lib/plans/editor/queries.ts";
import { listEditingChoices } from "#lib/plans/outlines/queries.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

interface Props {
  params: Promise<{ planId: string; entity: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entity } = await params;
  const t = await getTranslations("editing.form");
  return { title: t.has(`edit.${entity}`) ? t(`edit.${entity}`, { kind: "commitment" }) : t("edit.plan") };
}

/** The form of one thing of the plan. */
export default async function EditEntityPage({ params }: Props) {
  const { planId, id, ...asked } = await params;
  const entity = planEntities.find((known) => known === asked.entity) ?? notFound();
  const [found, choices] = await Promise.all([orNotFound(getEntityForEditing(await requireActor(), planId, { entity, id })), listEditingChoices()]);
  return <EntityPage found={found} choices={choices} />;
}
