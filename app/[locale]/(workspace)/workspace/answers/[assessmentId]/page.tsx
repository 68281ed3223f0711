import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForm } from "#components/answers/answer-form.tsx";
import { JudgementView } from "#components/assessments/judgement-view.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { getAnswerableAssessment } from "#lib/assessments/answers/queries.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("answers.form");
  return { title: t("title") };
}

/** One assessment of the agency's work, and the answer: what was given, or the form to give it. */
export default async function AnswerPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const actor = await requireActor();
  const found = await orNotFound(getAnswerableAssessment(actor, (await params).assessmentId));
  const [t, locale] = [await getTranslations("answers"), await getLocale()];
  const { judgement, status, number } = found;
  const heading = pickText(found.title, locale);
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/answers", label: t("work.title") }, { label: number }]} />
      <PageHeading title={heading?.text ?? t("form.title")} lang={heading && heading.lang !== locale ? heading.lang : undefined} code={number} eyebrow={t("form.eyebrow", { period: pickText(found.period, locale)?.text ?? "" })}>
        <p><LocalizedText value={found.plan.title} locale={locale} /></p>
        <p><Link href={found.publicPath}>{t("form.public")}</Link></p>
      </PageHeading>
      <section aria-labelledby="assessment">
        <SectionHeading id="assessment">{t("form.assessment")}</SectionHeading>
        <JudgementView judgement={judgement} of={found.scale} locale={locale} />
      </section>
      {!judgement.answer && status === "superseded" && <Notice tone="info"><p>{t("form.superseded")}</p></Notice>}
      {!judgement.answer && status === "published" && (
        <section aria-labelledby="answer">
          <SectionHeading id="answer">{t("form.answer")}</SectionHeading>
          <ClientWords namespaces={["answers"]}><AnswerForm assessmentId={judgement.id} /></ClientWords>
        </section>
      )}
    </Page>
  );
}
