import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BoardFilterForm } from "#components/boards/board-filter-form.tsx";
import { BoardTable } from "#components/boards/board-table.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { DueText } from "#components/reporting/desk-reporting.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { getBoard } from "#lib/boards/queries.ts";
import { countStates, filterAgencies } from "#lib/boards/rules.ts";
import { boardFilterSchema } from "#lib/boards/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("boards");
  return { title: t("title") };
}

interface Props {
  params: Promise<{ periodId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who has reported in a period and who has not, for the Secretariat that collects. */
export default async function BoardPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ periodId }, filter] = [await params, boardFilterSchema.parse(await searchParams)];
  const [t, periods, locale] = await Promise.all([getTranslations("boards"), getTranslations("reporting.periods"), getLocale()]);
  const board = await orNotFound(getBoard(actor, periodId, now()));
  const lines = board.agencies.flatMap((agency) => agency.lines);
  const { sent, accepted, submitted, overdue } = countStates(lines);
  const agencies = filterAgencies(board.agencies, filter);
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: "/workspace/periods", label: periods("title") }, { label: pickText(board.period.label, locale)?.text ?? "" }, { label: t("title") }]} />
      <PageHeading title={t("title")} eyebrow={<><LocalizedText value={board.plan.title} locale={locale} /> · <LocalizedText value={board.period.label} locale={locale} /></>} lead={t("lead")}>
        <p>{t("summary", { sent, all: lines.length, accepted, submitted })} {t("overdue", { count: overdue })}</p>
        <DueText dueOn={board.period.dueOn} locale={locale} />
      </PageHeading>
      <BoardFilterForm board={board} filter={filter} locale={locale} />
      {agencies.length === 0 && <p>{t("filter.nothing")}</p>}
      <ClientWords namespaces={["boards"]}>
        {agencies.length > 0 && <BoardTable board={board} agencies={agencies} locale={locale} />}
      </ClientWords>
    </Page>
  );
}
