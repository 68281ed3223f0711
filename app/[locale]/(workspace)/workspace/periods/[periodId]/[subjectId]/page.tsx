import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { LastUpdate } from "#components/reporting/last-update.tsx";
import { SubjectHeading } from "#components/reporting/subject-heading.tsx";
import { UpdateFacts } from "#components/reporting/update-facts.tsx";
import { UpdateForm } from "#components/reporting/update-form.tsx";
import { UpdateState } from "#components/reporting/update-state.tsx";
import { WithSide } from "#components/reporting/with-side.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import * as clock from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";
import { getUpdateForm } from "#lib/reporting/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reporting.work");
  return { title: t("do.none") };
}

/** The report on one milestone, or on a commitment as a whole, in one period. */
export default async function UpdatePage({ params }: { params: Promise<{ periodId: string; subjectId: string }> }) {
  const actor = await requireActor();
  const { periodId, subjectId } = await params;
  const data = await orNotFound(getUpdateForm(actor, periodId, subjectId));
  const { subject, working } = data;
  const [t, desk, locale, now] = [await getTranslations("reporting.work"), await getTranslations("reporting.desk"), await getLocale(), clock.now()];
  const period = pickText(subject.period.label, locale)?.text ?? "";
  const { status } = subject.period;
  const path = [{ href: "/workspace", label: desk("title") }, { href: `/workspace/periods/${periodId}`, label: period }, { label: subject.number }];
  return (
    <Page dense wide>
      <Breadcrumbs items={path} />
      <SubjectHeading subject={subject} locale={locale} now={now} />
      <WithSide side={<LastUpdate subject={subject} locale={locale} />}>
        {status !== "open" && <Notice tone="info"><p>{t(`notOpen.${status}`)}</p></Notice>}
        <UpdateState data={data} locale={locale} />
        {status === "open" && working?.status !== "submitted" ? (
          <ClientWords namespaces={["reporting", "evidence"]}><UpdateForm data={data} now={now} /></ClientWords>
        ) : (
          working && <UpdateFacts update={working} locale={locale} subject={subject} />
        )}
      </WithSide>
    </Page>
  );
}
