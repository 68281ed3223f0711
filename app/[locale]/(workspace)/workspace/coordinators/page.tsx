import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CoordinatorList } from "#components/accounts/coordinator-list.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { canSeeCoordinators } from "#lib/accounts/invitations/policy.ts";
import { listCoordinators } from "#lib/accounts/invitations/queries.ts";
import { now } from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.coordinators");
  return { title: t("title") };
}

/** Who reports to the Secretariat, and whose invitation waits. */
export default async function CoordinatorsPage() {
  const actor = await requireActor();
  if (!canSeeCoordinators(actor)) notFound();
  const [coordinators, t] = await Promise.all([listCoordinators(actor, now()), getTranslations("accounts.coordinators")]);
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p><Link href="/workspace/coordinators/new" look="button">{t("new")}</Link></p>
      <CoordinatorList coordinators={coordinators} />
    </Page>
  );
}
