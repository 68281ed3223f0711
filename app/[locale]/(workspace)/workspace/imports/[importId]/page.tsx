import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportEnded } from "#components/imports/import-ended.tsx";
import { ImportPreview, type PreviewView } from "#components/imports/import-preview.tsx";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { getImport, getImportPreview, sayProblems } from "#lib/imports/queries.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";

type Query = Record<string, string | string[] | undefined>;
interface Props {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

function viewOf(query: Query): PreviewView {
  const pages = ["added", "changed", "removed"].map((name) => [name, Math.max(1, Math.trunc(Number(query[name])) || 1)] as const);
  return { removesMissing: query.missing === "remove", pages: Object.fromEntries(pages) };
}

/** One import: what it would do, how far it is, what it came to. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [actor, { importId }, view] = [await requireActor(), await params, viewOf(await searchParams)];
  const [t, locale, found] = [await getTranslations("imports"), await getLocale(), (await getImport(actor, importId)) ?? notFound()];
  if (found.status === "mapping") redirect(`/${locale}/workspace/imports/${importId}/mapping`);
  const preview = found.status === "preview" ? await getImportPreview(actor, importId, view) : null;
  const working = found.status === "queued" || found.status === "running";
  const plan = pickText(found.plan?.title, locale)?.text ?? t("list.newPlan");
  const file = found.fileName ?? t("list.pasted");
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/imports", label: t("list.title") }, { label: file }]} />
      <PageHeading title={preview ? t("preview.title") : working ? t("progress.title") : t("title")} eyebrow={plan}>
        <p>{t("preview.readFrom", { file, format: t(`format.${found.format}`), name: found.actorName, at: formatDateTime(found.createdAt, locale) })}</p>
      </PageHeading>
      <ClientWords namespaces={["imports"]}>
        {preview && <ImportPreview found={found} preview={preview} said={await sayProblems(preview, locale, 200)} view={view} locale={locale} />}
        {working && <ImportProgress importId={found.id} status={found.status} done={found.done} total={found.total} />}
        {!preview && !working && <ImportEnded found={found} locale={locale} />}
      </ClientWords>
    </Page>
  );
}
