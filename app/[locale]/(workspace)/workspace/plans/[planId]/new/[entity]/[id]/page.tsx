import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EntityPage } from "#components/editing/entity-page.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { planEntities } from "#lib/editing/schema.ts";
import { openNewEntity } from "#lib/plans/editor/queries.ts";
import { listEditingChoices } from "#lib/plans/outlines/queries.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

interface Props {
  params: Promise<{ planId: string; entity: string; id: string }>;
  /** Where it will stand. */
  searchParams: Promise<{ part?: string; commitment?: string; parent?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entity } = await params;
  const t = await getTranslations("editing.form");
  return { title: t.has(`new.${entity}`) ? t(`new.${entity}`, { kind: "commitment" }) : t("edit.plan") };
}

/** The form of something that will be added. Its id is chosen before, so that a reload finds what was typed. */
export default async function NewEntityPage({ params, searchParams }: Props) {
  const { planId, id, ...asked } = await params;
  const entity = planEntities.find((known) => known !== "plan" && known === asked.entity) ?? notFound();
  const [found, choices] = await Promise.all([orNotFound(openNewEntity(await requireActor(), planId, { entity, id }, await searchParams)), listEditingChoices()]);
  return <EntityPage found={found} choices={choices} />;
}
